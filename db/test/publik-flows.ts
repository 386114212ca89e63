import { translatePackage } from "@/lib/imports/model/package";
import { fieldXml, formXml, itemXml, listed, statusXml, workflowXml } from "./publik";

export const by = (...ids: string[]) => listed("by", ids);
export const to = (...ids: string[]) => listed("to", ids);
export const END = statusXml("fini", [], { name: "Terminée", forced_endpoint: "true" });
export const go = (status: string, more = "") =>
  itemXml("choice", { label: `Aller à ${status}`, status }, by("_receiver") + more);

export const form = formXml(
  [fieldXml("string", { varname: "nom_complet" })],
  '<workflow slug="circuit-court">Circuit court</workflow>',
);

export function translate(items: string[], more = "", others: string[] = []) {
  const workflow = workflowXml([statusXml("debut", [...items, go("fini")]), END], more);
  const texts = [workflow, form, ...others];
  return translatePackage(texts.map((text, rank) => ({ path: `${rank}.wcs`, text })));
}

export function shapeOf(...args: Parameters<typeof translate>) {
  const { workflows, report } = translate(...args);
  if (!workflows[0]) throw new Error(JSON.stringify(report.refused));
  return workflows[0].definition;
}

export const firstAction = (...args: Parameters<typeof translate>) =>
  shapeOf(...args).statuses[0]?.onEnter[0];
export const firstPanel = (...args: Parameters<typeof translate>) =>
  shapeOf(...args).statuses[0]?.panels[0];
export const output = (path: string) => ({ tag: "output", of: { op: "ref", path } });

export const MAIL = { subject: "Reçue", body: "Bonjour {{ form_var_nom_complet }}" };
export const CALL = {
  url: "https://exemple.fr/{{ form_number }}",
  method: "POST",
  varname: "envoi",
  action_on_4xx: "fini",
  action_on_5xx: ":pass",
};
export const pairs = (name: string, key: string, value: string) =>
  `<${name}><item><name>${key}</name><value>${value}</value></item></${name}>`;
