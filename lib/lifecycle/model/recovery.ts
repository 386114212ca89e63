/** What an agent checked, in person, before asking for the recovery of somebody's account. */
export const EVIDENCE = ["identity-paper", "address-proof", "known-requests"] as const;
export type Evidence = (typeof EVIDENCE)[number];

export const RECOVERY_OUTCOMES = [
  "done",
  "cancelled-by-owner",
  "cancelled-by-agent",
  "expired",
] as const;
export type RecoveryOutcome = (typeof RECOVERY_OUTCOMES)[number];
