/** From the sandbox to production. One list, one transition table. */
export const REVIEW_STATES = [
  "draft",
  "submitted",
  "refused",
  "accepted",
  "active",
  "suspended",
] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const REVIEW_LABELS: Record<ReviewState, string> = {
  draft: "À envoyer",
  submitted: "À l’étude",
  refused: "Refusée",
  accepted: "Acceptée, à activer",
  active: "En production",
  suspended: "Suspendue",
};

/** Who moves it: anybody of the partner, its owners, or the Métropole. */
export type ReviewRole = "member" | "owner" | "reviewer";

const MOVES = {
  submit: { from: "draft", to: "submitted", by: "member" },
  withdraw: { from: "submitted", to: "draft", by: "member" },
  revise: { from: "refused", to: "draft", by: "member" },
  accept: { from: "submitted", to: "accepted", by: "reviewer" },
  refuse: { from: "submitted", to: "refused", by: "reviewer" },
  activate: { from: "accepted", to: "active", by: "owner" },
  suspend: { from: "active", to: "suspended", by: "reviewer" },
  resume: { from: "suspended", to: "active", by: "reviewer" },
} as const satisfies Record<string, { from: ReviewState; to: ReviewState; by: ReviewRole }>;

export type ReviewMove = keyof typeof MOVES;
export const REVIEW_MOVES = Object.keys(MOVES) as ReviewMove[];

/** Where a move leads, or null: not from there, or not theirs to make. An owner is a member too. */
export function moveReview(state: ReviewState, move: ReviewMove, role: ReviewRole) {
  const { from, to, by } = MOVES[move];
  const isTheirs = by === role || (by === "member" && role === "owner");
  return from === state && isTheirs ? to : null;
}

/** The record of processing (RGPD art. 30), as the partner's DPO keeps it. */
export type ProcessingRecord = {
  purposes: string;
  legalBasis: string;
  categories: string;
  retention: string;
  recipients: string;
  security: string;
  dpoName: string;
  dpoEmail: string;
};

export const RECORD_FIELDS = [
  ["purposes", "Finalités", "Ce que le traitement permet de faire, en une ou deux phrases."],
  [
    "legalBasis",
    "Base légale",
    "Mission d’intérêt public, contrat, obligation légale… et son texte s’il y en a un.",
  ],
  ["categories", "Catégories de personnes et de données", "Qui, et quelles informations."],
  ["retention", "Durées de conservation", "Pour chaque catégorie, puis ce qui est effacé."],
  ["recipients", "Destinataires", "Services et sous-traitants, et leur pays."],
  ["security", "Mesures de sécurité", "Accès, chiffrement, journaux, sauvegardes."],
] as const satisfies readonly (readonly [keyof ProcessingRecord, string, string])[];

/** By scope: granted, or why not. */
export type ScopeDecision = { isGranted: boolean; reason: string };

const AGREEMENT_YEARS = 5;
const DAY_MS = 86_400_000;

/** First and last day of an agreement for Connect alone: five years from the day given (YYYY-MM-DD). */
export function agreementDates(startsOn: string) {
  const end = new Date(`${startsOn}T00:00:00Z`);
  const day = end.getUTCDate();
  end.setUTCFullYear(end.getUTCFullYear() + AGREEMENT_YEARS);
  // From a 29th of February, five years later is the 1st of March.
  if (end.getUTCDate() !== day) end.setUTCDate(1);
  return { startsOn, endsOn: new Date(end.getTime() - DAY_MS).toISOString().slice(0, 10) };
}
