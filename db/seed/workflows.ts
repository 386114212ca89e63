import { type WorkflowDefinition, workflowDefinition } from "@/lib/workflows/schemas";

const FILING = [
  {
    id: "submit",
    label: "Envoyer ma demande",
    from: ["draft"],
    to: "submitted",
    by: "resident",
  },
  { id: "receive", label: "Accuser réception", from: ["submitted"], to: "received", by: "system" },
  {
    id: "withdraw",
    label: "Annuler ma demande",
    from: ["submitted", "received", "in_review", "awaiting_resident"],
    to: "cancelled",
    by: "resident",
  },
] as const;

const SUPPLEMENT = [
  {
    id: "ask",
    label: "Demander un complément",
    from: ["submitted", "received", "in_review"],
    to: "awaiting_resident",
    by: "agent",
    asks: "question",
  },
  {
    id: "answer",
    label: "Envoyer ma réponse",
    from: ["awaiting_resident"],
    to: "in_review",
    by: "resident",
    asks: "answer",
  },
  {
    id: "resume",
    label: "Reprendre sans attendre la réponse",
    from: ["awaiting_resident"],
    to: "in_review",
    by: "agent",
  },
] as const;

const TAKE = {
  id: "take",
  label: "Prendre en charge",
  from: ["submitted", "received"],
  to: "in_review",
  by: "agent",
} as const;

const close = (label: string) =>
  ({
    id: "close",
    label,
    from: ["submitted", "received", "in_review", "awaiting_resident"],
    to: "closed",
    by: "agent",
    asks: "reason",
  }) as const;

/** A request that ends with a yes or a no; `accept` is the verb of the yes. */
const decision = (accept: string): WorkflowDefinition =>
  workflowDefinition.parse({
    transitions: [
      ...FILING,
      TAKE,
      { id: "accept", label: accept, from: ["in_review"], to: "accepted", by: "agent" },
      ...SUPPLEMENT,
      {
        id: "refuse",
        label: "Refuser avec un motif",
        from: ["in_review"],
        to: "refused",
        by: "agent",
        asks: "reason",
      },
      close("Clôturer sans suite"),
    ],
  });

/** A request that ends with an answer or with work done, and cannot be refused as a right is. */
const handling = workflowDefinition.parse({
  transitions: [...FILING, TAKE, close("Clôturer avec une réponse"), ...SUPPLEMENT],
});

/** The workflows published with the demo territory, by slug. */
export const WORKFLOWS = {
  autorisation: { title: "Autorisation", definition: decision("Accorder l’autorisation") },
  instruction: { title: "Instruction d’une demande", definition: decision("Accepter la demande") },
  traitement: { title: "Traitement avec réponse", definition: handling },
} as const;
