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

/** By scope: granted, or why not. */
export type ScopeDecision = { isGranted: boolean; reason: string };
