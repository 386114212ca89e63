/** The lines of the live checklist, in the order in which a developer meets them. */
export const CHECKS = [
  "state",
  "state-verified",
  "nonce",
  "nonce-verified",
  "pkce",
  "signature",
  "issuer",
  "audience",
  "code",
  "refusal",
  "logout",
] as const;
export type Check = (typeof CHECKS)[number];

export const CHECK_STATES = ["passed", "failed"] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** Lines that need an answer made wrong on purpose, once, in the sandbox only. */
export const TRIALS = [
  "state-verified",
  "nonce-verified",
  "signature",
  "issuer",
  "audience",
] as const satisfies readonly Check[];
export type Trial = (typeof TRIALS)[number];

/** A wrong answer waits so long for its sign-in. */
export const TRIAL_MINUTES = 30;
/** So long after a wrong answer, a client that did not go on has refused it. */
export const REFUSED_AFTER_MS = 10_000;
