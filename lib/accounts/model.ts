export const GENDERS = ["female", "male"] as const;
export type Gender = (typeof GENDERS)[number];

export const GENDER_LABELS: Record<Gender, string> = { female: "Madame", male: "Monsieur" };

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

export const addressLines = ({ line1, line2, postalCode, commune }: PostalAddress) =>
  [line1, line2, `${postalCode} ${commune}`].filter((line) => line !== undefined);

export type PendingAccount = { givenName: string; familyName: string; passwordHash: string };

/** What a code or a link sent by e-mail can prove, once. */
export const CODE_KINDS = [
  "sign-up",
  "reset-password",
  "change-email",
  "undo-email",
  "franceconnect",
  "refuse-device",
  "sign-in",
  "confirm",
  "merge",
  "recover",
  "cancel-recovery",
  "take-recovered",
] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** `attempts` of each code sent; `MOST_ATTEMPTS` however often it is sent again. */
type CodeRule = { digits: number; minutes: number; attempts: number };

/** A reset opens an account that exists: its code has two digits more. */
export const CODE_RULES: Record<CodeKind, CodeRule> = {
  "sign-up": { digits: 6, minutes: 15, attempts: 5 },
  "reset-password": { digits: 8, minutes: 30, attempts: 5 },
  "change-email": { digits: 6, minutes: 15, attempts: 5 },
  franceconnect: { digits: 6, minutes: 15, attempts: 5 },
  "undo-email": { digits: 8, minutes: 7 * 24 * 60, attempts: 5 },
  "refuse-device": { digits: 8, minutes: 7 * 24 * 60, attempts: 5 },
  "sign-in": { digits: 8, minutes: 15, attempts: 5 },
  confirm: { digits: 6, minutes: 15, attempts: 5 },
  merge: { digits: 8, minutes: 15, attempts: 5 },
  recover: { digits: 8, minutes: 30, attempts: 5 },
  "cancel-recovery": { digits: 8, minutes: 14 * 24 * 60, attempts: 5 },
  "take-recovered": { digits: 8, minutes: 7 * 24 * 60, attempts: 5 },
};

/** Between two agents' yes and the link, for the owner to say no. */
export const RECOVERY_HOURS = 72;

export const MOST_ATTEMPTS = 10;

export const expiryOf = (kind: CodeKind, now = new Date()) =>
  new Date(now.getTime() + CODE_RULES[kind].minutes * 60_000);

/** 12 characters at least, a known-weak list, no composition rule (CNIL, délibération 2022-100). */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

export const normaliseEmail = (typed: string) => typed.normalize("NFC").trim().toLowerCase();

export const fullName = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`;

const CONTINUATION =
  /^\/(interaction\/[\w-]{1,64}|compte(\/[a-z0-9-]+)*(\?retour=[0-9a-f-]{36})?)$/;

/** Where a person goes on afterwards: a sign-in under way or their account, with what they typed there; nowhere else. */
export const continuation = (path: unknown) =>
  typeof path === "string" && CONTINUATION.test(path) ? path : "/compte";

const COMMON_WORDS =
  "abcdef abcdefgh amour anniversaire azerty azertyuiop bienvenue bonjour bordeaux camille changeme chocolat chouchou coucou dauphin doudou famille football france gandalf guichet iloveyou internet jetaime julien liverpool loulou lyon maison maman marseille monamour motdepasse motdepass nicolas nintendo oiseau olympique olympiquelyonnais papa paris passe password poisson pompier princesse qsdfghjklm qwerty qwertyuiop secret soleil starwars sunshine superman toodego vacances welcome";

const LEET: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "@": "a",
  $: "s",
};

const lettersOf = (text: string) =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");

/** A word, or a word said several times: « soleilsoleil ». */
function isCommon(letters: string, words: readonly string[]) {
  let rest = letters;
  while (rest !== "") {
    const word = words.findLast((candidate) => rest.startsWith(candidate));
    if (!word) return false;
    rest = rest.slice(word.length);
  }
  return true;
}

const SEQUENCES = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "azertyuiopqsdfghjklm"];

const isSequence = (text: string) =>
  SEQUENCES.some((s) => s.includes(text) || [...s].reverse().join("").includes(text));

/**
 * Would this password be among the first tried? A few characters repeated, a run of the keyboard, well-known words
 * or the person's own names with digits around them. Small on purpose: it works offline and in no time.
 */
export function isWeakPassword(password: string, own: readonly string[] = []) {
  const text = password.toLowerCase();
  if (new Set(text).size < 5 || isSequence(text)) return true;
  const words = [...COMMON_WORDS.split(" "), ...own.flatMap((name) => name.split(/[^\p{L}]+/u))]
    .map(lettersOf)
    .filter((word) => word.length > 2)
    .sort((a, b) => a.length - b.length);
  const spelt = [...text].map((character) => LEET[character] ?? character).join("");
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return [bare, text, spelt].map(lettersOf).some((letters) => isCommon(letters, words));
}

/** « 06 39 98 12 34 » or « +33 6… » as E.164; null if it is neither. */
export function normalisePhone(typed: string) {
  const bare = typed.replace(/[\s.\-()\u00a0\u202f]/g, "").replace(/^00/, "+");
  if (/^0[1-9]\d{8}$/.test(bare)) return `+33${bare.slice(1)}`;
  if (/^\+330?[1-9]\d{8}$/.test(bare)) return bare.replace(/^\+330/, "+33");
  return /^\+(?!33)[1-9]\d{7,14}$/.test(bare) ? bare : null;
}

/** Where to sign in before going on there: a sign-in under way has its own page. */
export const signInPath = (suite: string) =>
  suite.startsWith("/interaction/") ? suite : `/connexion?suite=${encodeURIComponent(suite)}`;
