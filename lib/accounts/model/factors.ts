/** What a passkey is asked to sign for. */
export const CHALLENGE_PURPOSES = ["register", "sign-in", "second-step", "confirm"] as const;
export type ChallengePurpose = (typeof CHALLENGE_PURPOSES)[number];
