import { faultsOf } from "@/lib/workflows/schemas/faults";
import {
  type WorkflowInput,
  type WorkflowShape,
  workflowShape,
} from "@/lib/workflows/schemas/shape";
import type { PublikField, PublikItem, PublikWorkflow } from "../../schemas/publik";
import { itemsOf } from "../forms/drafts";
import { NO_ANSWERS } from "../forms/known";
import type { Library } from "../library";
import { type Ledger, lose } from "../losses";
import { identifier, Names } from "../names";
import type { Job } from "./desk";
import { translateGlobal } from "./global";
import { audienceOf } from "./people";
import { withPhases } from "./phases";
import { repair } from "./repair";
import { type FlowScope, grouped, optionsOf } from "./scope";
import { translateStatus } from "./statuses";

/** `isSound`: it may be published as it is; what is wrong with it is among the losses. */
export type TranslatedWorkflow = {
  slug: string;
  title: string;
  definition: WorkflowShape;
  isSound: boolean;
};

const itemsIn = ({ statuses, globalActions }: PublikWorkflow) =>
  [...statuses, ...globalActions].flatMap(({ items }) => items);

/** What our items are called: by their own name when they have one. */
function idsOf(workflow: PublikWorkflow, names: Names) {
  const named = itemsIn(workflow).map((item): [PublikItem, string] => {
    const { varname, label } = item.settings;
    return [
      item,
      names.take(identifier(varname ?? label ?? item.type, item.type.replace(/_/g, "-"))),
    ];
  });
  return new Map(named);
}

/** Internal fields by name and by id; comments that have a name keep what was written in a field of their own. */
function internalOf(workflow: PublikWorkflow) {
  const names = new Names();
  const fields = new Map<string, string>();
  const internal = new Map<string, string>();
  for (const { id, varname, label } of workflow.backoffice) {
    const ours = names.take(identifier(varname ?? label, "champ"));
    fields.set(id, ours);
    if (varname) internal.set(varname, ours);
  }
  const noted = itemsIn(workflow)
    .filter(({ type }) => type === "commentable" || type === "addattachment")
    .flatMap(({ type, settings: { varname } }) => (varname ? [{ varname, type }] : []))
    .filter(({ varname }) => !internal.has(varname));
  const more = noted.flatMap(({ varname, type }): PublikField[] => {
    if (internal.has(varname)) return [];
    internal.set(varname, names.take(identifier(varname, "champ")));
    return [noteField(varname, type === "commentable" ? "text" : "file")];
  });
  return { fields, internal, all: [...workflow.backoffice, ...more] };
}

const noteField = (varname: string, type: string): PublikField => ({
  id: varname,
  type,
  label: varname.replaceAll("_", " "),
  varname,
  postConditions: [],
  settings: { required: "optional" },
  lists: {},
  leftovers: [],
});

function jobOf(workflow: PublikWorkflow, library: Library, ledger: Ledger) {
  const statusNames = new Names();
  const statuses = new Map(
    workflow.statuses.map(({ id }) => [id, statusNames.take(identifier(id, "status"))]),
  );
  const names = new Names();
  const ids = idsOf(workflow, names);
  const { fields, internal, all } = internalOf(workflow);
  const ofType = (...types: string[]) =>
    grouped(
      itemsIn(workflow)
        .filter(({ type }) => types.includes(type))
        .map((item) => ({ item, id: ids.get(item) ?? "" })),
    );
  const scope: FlowScope = {
    answers: library.answers.get(workflow.slug) ?? new Set(),
    internal,
    options: optionsOf(workflow),
    panels: ofType("form"),
    calls: ofType("webservice_call"),
    wanted: new Map(),
  };
  const people = new Map<string, string>();
  const job: Job = { scope, people, library, ledger, statuses, fields, ids };
  return { job, names, internalFields: all };
}

type Fields = NonNullable<WorkflowInput["fields"]>;

function questionsOf(
  fields: readonly PublikField[],
  where: string,
  { library, ledger }: Job,
): Fields {
  return itemsOf(fields, where, { library, ledger, scope: NO_ANSWERS }).map((field) =>
    "required" in field ? { ...field, required: false } : field,
  ) as Fields;
}

/** Names of their installation, to be given a value by each procedure. */
const wantedOptions = ({ scope }: Job): Fields =>
  [...scope.wanted].map(([name, id]) => ({ id, type: "text", label: name, required: false }));

const NOBODY_SAID = { amount: 60, unit: "months", do: "anonymise" } as const;

function inputOf(workflow: PublikWorkflow, library: Library, ledger: Ledger): WorkflowInput {
  const { job, names, internalFields } = jobOf(workflow, library, ledger);
  for (const party of workflow.functions)
    if (party.id !== "_receiver") audienceOf(party, job.people);
  const made = workflow.statuses.map((status) => translateStatus(status, job));
  const start = made[0]?.status.id ?? "";
  const wide = workflow.globalActions.flatMap((action) => translateGlobal(action, job, names));
  const phased = withPhases(made, start);
  const options = questionsOf(workflow.options, "options", job);
  const known = new Set(options.map(({ id }) => id));
  lose(ledger, {
    where: workflow.name,
    what: "durée de conservation",
    why: "L’export ne la dit pas\u00a0: cinq ans après la fin, la demande est anonymisée.",
    todo: "Donnez la durée de votre registre des traitements.",
  });
  return {
    start,
    statuses: phased.map(({ status }) => status),
    transitions: [...phased.flatMap(({ ways }) => ways), ...wide],
    functions: [...job.people].map(([id, label]) => ({ id, label })),
    fields: questionsOf(internalFields, "champs internes", job),
    options: [...options, ...wantedOptions(job).filter(({ id }) => !known.has(id))],
    retention: NOBODY_SAID,
  };
}

/** A workflow of Publik as one of ours, or the sentence that says why not. */
export function translateWorkflow(
  workflow: PublikWorkflow,
  library: Library,
  ledger: Ledger,
): TranslatedWorkflow | string {
  if (workflow.statuses.length === 0) return "Le circuit n’a aucun statut.";
  const input = repair(inputOf(workflow, library, ledger), ledger);
  const parsed = workflowShape.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `${issue?.path.join(" › ")}\u00a0: ${issue?.message}`;
  }
  const faults = faultsOf(parsed.data);
  for (const { path, message } of faults)
    lose(ledger, {
      where: path.join(" › ") || workflow.name,
      what: "le circuit ne peut pas encore être publié",
      why: message,
      todo: "Corrigez-le, puis publiez-le.",
    });
  const { slug, name: title } = workflow;
  return { slug, title, definition: parsed.data, isSound: faults.length === 0 };
}
