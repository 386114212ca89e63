export const GENDERS = ["female", "male"] as const;
export type Gender = (typeof GENDERS)[number];

/** Who vouches for names and birth date: the person alone, or the State through FranceConnect. */
export const IDENTITY_ORIGINS = ["declared", "certified"] as const;
export type IdentityOrigin = (typeof IDENTITY_ORIGINS)[number];

/** A postal address as it is written on an envelope; `insee` when the commune is known for sure. */
export type PostalAddress = {
  line1: string;
  line2?: string | undefined;
  postalCode: string;
  commune: string;
  insee?: string | undefined;
};

export type PendingAccount = { givenName: string; familyName: string; passwordHash: string };

/**
 * What an e-mail can prove, and what it may be used for once.
 * `ticket`: no mail; opens the session that follows a proof just given in the same browser.
 */
export const CODE_KINDS = [
  "sign-up",
  "reset-password",
  "change-email",
  "undo-email",
  "ticket",
] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

type CodeRule = { digits: number; minutes: number; attempts: number };

/** A reset code opens an existing account: two digits more than the others. */
export const CODE_RULES: Record<CodeKind, CodeRule> = {
  "sign-up": { digits: 6, minutes: 15, attempts: 5 },
  "reset-password": { digits: 8, minutes: 30, attempts: 5 },
  "change-email": { digits: 6, minutes: 15, attempts: 5 },
  "undo-email": { digits: 8, minutes: 7 * 24 * 60, attempts: 5 },
  ticket: { digits: 8, minutes: 10, attempts: 1 },
};

/** 12 characters at least, a known-weak list, no composition rule (CNIL, délibération 2022-100). */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

export const normaliseEmail = (typed: string) => typed.normalize("NFC").trim().toLowerCase();

export const fullName = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`;

const CONTINUATION = /^\/(interaction\/[\w-]{1,64}|compte(\/[a-z-]+)*)$/;

/** Where a person goes on afterwards: a sign-in under way or their account, and nowhere else. */
export const continuation = (path: unknown) =>
  typeof path === "string" && CONTINUATION.test(path) ? path : "/compte";
