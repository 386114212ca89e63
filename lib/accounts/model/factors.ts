/** What a passkey is asked to sign for. */
export const CHALLENGE_PURPOSES = [
  "register",
  "sign-in",
  "second-step",
  "confirm",
  "merge",
] as const;
export type ChallengePurpose = (typeof CHALLENGE_PURPOSES)[number];

/** To use an authenticator that was asked to sign. */
export const CHALLENGE_MINUTES = 5;

export const MOST_PASSKEYS = 20;

/** Between the first proof and the second one. */
export const SECOND_STEP_MINUTES = 10;
/** At one second step; then the sign-in starts again. */
export const SECOND_STEP_ATTEMPTS = 10;

export const RECOVERY_CODES = 10;

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RECOVERY_LENGTH = 10;

/** « 7K3MQ-9XW2T », from 10 random bytes: 50 bits. */
export const recoveryCodeFrom = (bytes: Uint8Array) =>
  [...bytes.subarray(0, RECOVERY_LENGTH)]
    .map((byte) => ALPHABET.charAt(byte % 32))
    .join("")
    .replace(/^.{5}/, "$&-");

/** As it may be typed from paper: either case, O for 0, I or L for 1, with or without its dash. */
export function readRecoveryCode(typed: string) {
  const bare = typed
    .toUpperCase()
    .replace(/[\s\-–]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return bare.length === RECOVERY_LENGTH && [...bare].every((letter) => ALPHABET.includes(letter))
    ? `${bare.slice(0, 5)}-${bare.slice(5)}`
    : null;
}

/** What an account can be entered or proven with, besides its mailbox. */
export type Factors = {
  hasPassword: boolean;
  hasFranceConnect: boolean;
  totp: { addedAt: Date; usedAt: Date | null } | null;
  passkeys: readonly Passkey[];
  /** Recovery codes that were not used. */
  recoveryLeft: number;
  /** Works for an organisation since then: two proofs are asked. */
  agentSince: Date | null;
};

export type Passkey = {
  id: string;
  name: string;
  isSynced: boolean;
  addedAt: Date;
  usedAt: Date | null;
};

/** What the second step can be taken with. */
export const hasSecondProof = ({ totp, passkeys }: Pick<Factors, "totp" | "passkeys">) =>
  totp !== null || passkeys.length > 0;

/** An agent always; a resident who chose an application of codes. A passkey alone opens by itself, and asks nothing. */
export const asksSecondStep = (factors: Pick<Factors, "totp" | "passkeys" | "agentSince">) =>
  factors.totp !== null || (factors.agentSince !== null && factors.passkeys.length > 0);

/**
 * What is asked of somebody who works for an organisation, on top of a first proof: nothing, the second one, to add one
 * before going on, or to add one before `end`.
 */
export function secondProofDue(
  { agentSince, ...factors }: Pick<Factors, "totp" | "passkeys" | "agentSince">,
  end: (since: Date) => Date,
  now = new Date(),
): "nothing" | "give" | "enrol" | "later" {
  if (agentSince === null) return "nothing";
  if (hasSecondProof(factors)) return "give";
  return now < end(agentSince) ? "later" : "enrol";
}

/** What the owner is told by mail of the means of entering their account. */
export const FACTOR_NOTICES = [
  "passkey-added",
  "passkey-removed",
  "totp-added",
  "totp-removed",
  "recovery-renewed",
  "recovery-used",
] as const;

export type FactorNotice = {
  accountId: string;
  what: (typeof FACTOR_NOTICES)[number];
  noticeId: string;
  /** ISO 8601. */
  at: string;
};
