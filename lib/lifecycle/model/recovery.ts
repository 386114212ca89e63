/** What an agent checked, in person, before asking for the recovery of somebody's account. */
export const EVIDENCE = ["identity-paper", "address-proof", "known-requests"] as const;
export type Evidence = (typeof EVIDENCE)[number];

export const EVIDENCE_LABELS: Record<Evidence, string> = {
  "identity-paper": "Une pièce d’identité, vue en personne",
  "address-proof": "Un justificatif de domicile à l’adresse du compte",
  "known-requests": "La personne a décrit ses demandes en cours",
};

export const RECOVERY_OUTCOMES = [
  "done",
  "cancelled-by-owner",
  "cancelled-by-agent",
  "expired",
] as const;
export type RecoveryOutcome = (typeof RECOVERY_OUTCOMES)[number];

const OUTCOMES: Record<RecoveryOutcome, string> = {
  done: "Compte récupéré",
  "cancelled-by-owner": "Annulée par le titulaire",
  "cancelled-by-agent": "Annulée par un agent",
  expired: "Lien non ouvert à temps",
};

export type Recovery = {
  askedBy: string;
  approvedBy: string | null;
  readyAt: Date | null;
  sentAt: Date | null;
  endedAt: Date | null;
  outcome: RecoveryOutcome | null;
};

/** Where a recovery is, in a few words. */
export function recoveryLabel({ approvedBy, sentAt, endedAt, outcome }: Recovery) {
  if (endedAt) return outcome ? OUTCOMES[outcome] : "Terminée";
  if (sentAt) return "Lien envoyé";
  return approvedBy ? "Délai de 72\u00a0heures en cours" : "À approuver par une autre personne";
}

/** The second person: never the one who asked. */
export const mayApprove = ({ askedBy, approvedBy, endedAt }: Recovery, agentId: string) =>
  !endedAt && !approvedBy && askedBy !== agentId;

export const mayCancel = ({ endedAt }: Recovery) => endedAt === null;

export const isReady = ({ approvedBy, readyAt, sentAt, endedAt }: Recovery, now: Date) =>
  !endedAt && !sentAt && approvedBy !== null && readyAt !== null && readyAt <= now;

/** A link that nobody opened. */
export const LINK_DAYS = 8;
