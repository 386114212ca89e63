import { STATUS_LABELS } from "@/lib/requests/model";
import {
  type Phase,
  type WorkflowDefinition,
  type WorkflowInput,
  workflowDefinition,
} from "@/lib/workflows/schemas";

type Status = WorkflowInput["statuses"][number];
type Way = NonNullable<WorkflowInput["transitions"]>[number];
type Told = Extract<NonNullable<Status["onEnter"]>[number], { type: "notice" }>["notice"];

const notice = (notice: Told, id: string) => ({ type: "notice" as const, id, notice });

/** A status of the portal's own, called as its phase is. */
const status = (phase: Phase, told?: Told): Status => ({
  id: phase,
  label: { agent: STATUS_LABELS[phase], resident: STATUS_LABELS[phase] },
  phase,
  ...(told ? { onEnter: [notice(told, `${phase}-${told}`)] } : {}),
});

const OPEN = ["submitted", "received", "in_review", "awaiting_resident"];

const FILING: Way[] = [
  {
    id: "receive",
    label: "Accuser réception",
    from: ["submitted"],
    to: "received",
    on: { by: "event", event: "receive" },
  },
  {
    id: "withdraw",
    label: "Annuler ma demande",
    from: OPEN,
    to: "cancelled",
    on: { by: "resident" },
    actions: [notice("withdrawn", "tell-withdrawn"), notice("agent-withdrawn", "tell-agent")],
  },
];

const SUPPLEMENT: Way[] = [
  {
    id: "ask",
    label: "Demander un complément",
    from: ["submitted", "received", "in_review"],
    to: "awaiting_resident",
    on: { by: "agent", asks: "question" },
    actions: [notice("supplement", "tell-question")],
  },
  {
    id: "answer",
    label: "Envoyer ma réponse",
    from: ["awaiting_resident"],
    to: "in_review",
    on: { by: "resident", asks: "answer" },
    actions: [notice("agent-reply", "tell-answer")],
  },
  {
    id: "resume",
    label: "Reprendre sans attendre la réponse",
    from: ["awaiting_resident"],
    to: "in_review",
    on: { by: "agent" },
  },
];

const TAKE: Way = {
  id: "take",
  label: "Prendre en charge",
  from: ["submitted", "received"],
  to: "in_review",
  on: { by: "agent", inBulk: true },
  actions: [notice("taken", "tell-taken")],
};

const close = (label: string): Way => ({
  id: "close",
  label,
  from: OPEN,
  to: "closed",
  on: { by: "agent", asks: "reason" },
});

const RUNNING: Status[] = [
  status("submitted"),
  status("received"),
  status("in_review"),
  status("awaiting_resident"),
  status("cancelled"),
  status("closed", "decision"),
];

/** Five years after its end: the delay in which most decisions can still be looked at again. */
const shared = {
  start: "submitted",
  retention: { amount: 60, unit: "months", do: "anonymise" },
} as const;

/** A request that ends with a yes or a no; `accept` is the verb of the yes. */
const decision = (accept: string): WorkflowDefinition =>
  workflowDefinition.parse({
    ...shared,
    statuses: [...RUNNING, status("accepted", "decision"), status("refused", "decision")],
    transitions: [
      ...FILING,
      TAKE,
      { id: "accept", label: accept, from: ["in_review"], to: "accepted", on: { by: "agent" } },
      ...SUPPLEMENT,
      {
        id: "refuse",
        label: "Refuser avec un motif",
        from: ["in_review"],
        to: "refused",
        on: { by: "agent", asks: "reason" },
      },
      close("Clôturer sans suite"),
    ],
  });

/** A request that ends with an answer or with work done, and cannot be refused as a right is. */
const handling = workflowDefinition.parse({
  ...shared,
  statuses: RUNNING,
  transitions: [...FILING, TAKE, close("Clôturer avec une réponse"), ...SUPPLEMENT],
});

/** The workflows published with the demo territory, by slug. */
export const WORKFLOWS = {
  autorisation: { title: "Autorisation", definition: decision("Accorder l’autorisation") },
  instruction: { title: "Instruction d’une demande", definition: decision("Accepter la demande") },
  traitement: { title: "Traitement avec réponse", definition: handling },
} as const;
