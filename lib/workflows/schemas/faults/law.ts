import type { PanelOf } from "../panels";
import type { Transition, WorkflowStatus } from "../statuses";
import { type Fault, nameOf, type Shape, startsOf } from "./parts";

type Asked = "reason" | "question" | "answer";

const asks = ({ on }: Transition, what: Asked) =>
  (on.by === "agent" || on.by === "resident") && on.asks === what;

const leads = (shape: Shape, id: string) => shape.transitions.filter(({ to }) => to === id);

const leaves = (shape: Shape, id: string) =>
  shape.transitions.filter((transition) => startsOf(shape, transition).includes(id));

/** A refusal that somebody decides says why (CRPA L211-2). */
function refusalFaults(shape: Shape, { id, onEnter }: WorkflowStatus): Fault[] {
  const says = (actions: WorkflowStatus["onEnter"]) =>
    actions.some(({ type }) => type === "reason");
  if (says(onEnter)) return [];
  return leads(shape, id)
    .filter(({ on }) => on.by === "agent" || on.by === "form")
    .filter((transition) => !asks(transition, "reason") && !says(transition.actions))
    .map((transition) => ({
      path: ["transitions", shape.transitions.indexOf(transition)],
      message: `«\u00a0${transition.label || transition.id}\u00a0» refuse sans donner de motif.`,
    }));
}

const isForResident = (
  panel: WorkflowStatus["panels"][number],
): panel is PanelOf<"form" | "edit"> =>
  (panel.type === "form" || panel.type === "edit") && panel.by.includes("resident");

/** Whoever is awaited has something to do, and it leads somewhere. */
function awaitingFaults(shape: Shape, { id, panels }: WorkflowStatus): Fault[] {
  const path = ["statuses", shape.statuses.findIndex((status) => status.id === id)];
  const ways = leaves(shape, id);
  const forms = panels.filter(isForResident).map((panel) => panel.id);
  const isAnswered = ways.some(
    (way) => asks(way, "answer") || (way.on.by === "form" && forms.includes(way.on.panel)),
  );
  return isAnswered
    ? []
    : [
        {
          path,
          message: `Le statut ${nameOf(shape, id)} attend l’usager, sans rien lui demander.`,
        },
      ];
}

/** A question is an agent's, and its answer the resident's, from where it leads. */
function questionFault(shape: Shape, { on, to }: Transition) {
  if (on.by !== "agent") return "seul un agent pose une question.";
  const isAnswered = to !== undefined && leaves(shape, to).some((way) => asks(way, "answer"));
  return isAnswered ? null : "rien ne répond à cette question.";
}

function answerFault(shape: Shape, transition: Transition) {
  if (transition.on.by !== "resident") return "seul l’usager répond à une question.";
  const isAsked = startsOf(shape, transition).every((from) =>
    leads(shape, from).some((way) => asks(way, "question")),
  );
  return isAsked ? null : "personne n’a posé la question.";
}

function supplementFault(shape: Shape, transition: Transition) {
  if (asks(transition, "question")) return questionFault(shape, transition);
  return asks(transition, "answer") ? answerFault(shape, transition) : null;
}

const supplementFaults = (shape: Shape): Fault[] =>
  shape.transitions.flatMap((transition, i) => {
    const what = supplementFault(shape, transition);
    const name = transition.label || transition.id;
    return what
      ? [{ path: ["transitions", i], message: `«\u00a0${name}\u00a0»\u00a0: ${what}` }]
      : [];
  });

/** What the law asks of any workflow. */
export const lawFaults = (shape: Shape): Fault[] => [
  ...(shape.retention
    ? []
    : [
        {
          path: ["retention"],
          message: "Dites combien de temps les demandes sont gardées après leur fin.",
        },
      ]),
  ...shape.statuses.flatMap((status) => {
    if (status.phase === "refused") return refusalFaults(shape, status);
    return status.phase === "awaiting_resident" ? awaitingFaults(shape, status) : [];
  }),
  ...supplementFaults(shape),
];
