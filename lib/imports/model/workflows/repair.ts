import type { Template } from "@/lib/expressions/schemas";
import {
  arrowsOf,
  finalsOf,
  placedOf,
  reached,
  type Shape,
} from "@/lib/workflows/schemas/faults/parts";
import { type WorkflowInput, workflowShape } from "@/lib/workflows/schemas/shape";
import { type Ledger, lose } from "../losses";
import type { ActionInput } from "./desk";
import type { WayInput } from "./transitions";

type Repair = (input: WorkflowInput, ledger: Ledger) => WorkflowInput;

const shapeOf = (input: WorkflowInput): Shape => workflowShape.parse(input);
const transitionsOf = ({ transitions = [] }: WorkflowInput) => transitions;

/** Nothing is done after the request has gone elsewhere. */
function untilGone(actions: readonly ActionInput[] = [], where: string, ledger: Ledger) {
  const end = actions.findIndex(
    ({ type, when }) => (type === "jump" || type === "delete") && !when,
  );
  if (end < 0 || end === actions.length - 1) return [...actions];
  lose(ledger, {
    where,
    what: `${actions.length - end - 1} action(s) après un départ`,
    why: "La demande est déjà partie\u00a0: elles n’étaient jamais faites.",
    todo: "Placez-les avant si elles doivent servir.",
  });
  return actions.slice(0, end + 1);
}

const cutActions: Repair = (input, ledger) => ({
  ...input,
  statuses: input.statuses.map((status) => ({
    ...status,
    onEnter: untilGone(status.onEnter, status.label.agent, ledger),
  })),
  transitions: transitionsOf(input).map((way) => ({
    ...way,
    actions: untilGone(way.actions, way.label ?? way.id, ledger),
  })),
});

const jumpsTo = ({ to, actions = [] }: WayInput) => [
  ...(to ? [to] : []),
  ...actions.flatMap((action) => (action.type === "jump" ? action.to : [])),
];

/** What is over stays over: a way back out of an end is left out. */
const keepEnds: Repair = (input, ledger) => {
  const finals = finalsOf(shapeOf(input));
  const open = input.statuses.map(({ id }) => id).filter((id) => !finals.has(id));
  const transitions = transitionsOf(input).flatMap((way): WayInput[] => {
    const isBack = jumpsTo(way).some((to) => !finals.has(to));
    const from = way.from === "any" ? [...open, ...finals] : way.from;
    const kept = isBack ? from.filter((id) => !finals.has(id)) : from;
    if (kept.length === from.length) return [way];
    lose(ledger, {
      where: way.label || way.id,
      what: "retour depuis un statut final",
      why: "Une demande terminée ne repart pas\u00a0: ce passage n’existe plus depuis les statuts finaux.",
      todo: "Faites ouvrir une nouvelle demande.",
    });
    return kept.length > 0 ? [{ ...way, from: kept }] : [];
  });
  return { ...input, transitions };
};

/** A status that nothing leads to never was; ways that only left it go too. */
const dropUnreached: Repair = (input, ledger) => {
  const shape = shapeOf(input);
  const reachable = reached(arrowsOf(shape), [shape.start]);
  for (const { id, label } of input.statuses)
    if (!reachable.has(id))
      lose(ledger, {
        where: label.agent,
        what: "statut jamais atteint",
        why: "Rien n’y mène dans ce circuit.",
        todo: "Ajoutez un passage vers ce statut s’il doit servir.",
      });
  return {
    ...input,
    statuses: input.statuses.filter(({ id }) => reachable.has(id)),
    transitions: transitionsOf(input).flatMap((way): WayInput[] => {
      if (way.from === "any") return [way];
      const from = way.from.filter((id) => reachable.has(id));
      return from.length > 0 ? [{ ...way, from }] : [];
    }),
  };
};

const END = "cloture-ajoutee";

/** Everything ends: agents may close what nothing else ends. */
const addEnd: Repair = (input, ledger) => {
  const shape = shapeOf(input);
  const back = arrowsOf(shape).map(({ from, to, isAlways }) => ({ from: to, to: from, isAlways }));
  const ending = reached(back, finalsOf(shape));
  const stuck = input.statuses.filter(({ id }) => !ending.has(id));
  if (stuck.length === 0) return input;
  lose(ledger, {
    where: stuck.map(({ label }) => label.agent).join(", "),
    what: "aucun statut final",
    why: "Une demande ne se terminait jamais\u00a0: un bouton «\u00a0Clôturer\u00a0» a été ajouté.",
    todo: "Dites comment la demande se termine.",
  });
  const label = { agent: "Clôturée", resident: "Clôturée" };
  return {
    ...input,
    statuses: [...input.statuses, { id: END, label, phase: "closed" }],
    transitions: [
      ...transitionsOf(input),
      { id: END, label: "Clôturer", from: stuck.map(({ id }) => id), to: END, on: { by: "agent" } },
    ],
  };
};

/** The reason that a refusing sub-form asks for: its first written answer. */
function reasonIn(input: WorkflowInput, { on }: WayInput): Template | undefined {
  if (on.by !== "form") return undefined;
  const panels = input.statuses.flatMap(({ panels: found = [] }) => found);
  const panel = panels.find(({ id }) => id === on.panel);
  const field =
    panel?.type === "form" ? panel.fields.find(({ type }) => /text/.test(type)) : undefined;
  return field && [{ tag: "output", of: { op: "ref", path: `forms.${on.panel}.${field.id}` } }];
}

/** Who refuses says why (CRPA L211-2). */
const giveReasons: Repair = (input) => {
  const refused = new Set(
    input.statuses.filter(({ phase }) => phase === "refused").map(({ id }) => id),
  );
  const transitions = transitionsOf(input).map((way): WayInput => {
    if (!way.to || !refused.has(way.to)) return way;
    if (way.on.by === "agent") return { ...way, on: { ...way.on, asks: "reason" } };
    const words =
      way.on.by === "form" ? (reasonIn(input, way) ?? ["Voir les échanges."]) : undefined;
    if (!words) return way;
    return {
      ...way,
      actions: [{ type: "reason", id: `${way.id}-motif`, words }, ...(way.actions ?? [])],
    };
  });
  return { ...input, transitions };
};

/** What was left out is nothing to what looked at it. */
const forgetAbsent: Repair = (input) => {
  const panels = input.statuses.flatMap(({ panels: found = [] }) => found.map(({ id }) => id));
  const calls = placedOf(shapeOf(input), "call").map(({ action }) => action.id);
  const known: Readonly<Record<string, readonly string[]>> = { forms: panels, calls };
  const isAbsent = (path: string) => {
    const [root = "", id = ""] = path.split(".");
    return Object.hasOwn(known, root) && !known[root]?.includes(id);
  };
  return JSON.parse(JSON.stringify(input), (_, part) =>
    part?.op === "ref" && isAbsent(part.path) ? { op: "value", value: null } : part,
  );
};

const REPAIRS: readonly Repair[] = [
  cutActions,
  keepEnds,
  dropUnreached,
  addEnd,
  giveReasons,
  forgetAbsent,
];

/** The same circuit, without what our rules refuse; what changes is told. */
export const repair = (input: WorkflowInput, ledger: Ledger): WorkflowInput =>
  REPAIRS.reduce((found, mend) => mend(found, ledger), input);
