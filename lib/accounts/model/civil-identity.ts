import type { Gender } from "../model";

/** A person as FranceConnect certifies them (« identité pivot »), and the name they use if they have one. */
export type CivilIdentity = {
  /** In the order of the birth certificate; the first is the one in use. */
  givenNames: readonly string[];
  familyName: string;
  usageName?: string | undefined;
  gender: Gender;
  /** YYYY-MM-DD; day, or month and day, are 00 when presumed. */
  birthdate: string;
  /** Commune of birth in the Code officiel géographique, empty when born abroad. */
  birthplace: string;
  /** Country of birth in the same code; 99100 is France. */
  birthcountry: string;
};

/** What FranceConnect said of somebody, once its signatures were checked. */
export type CertifiedPerson = {
  issuer: string;
  /** This person for us, and for nobody else. */
  subject: string;
  acr: AssuranceLevel;
  civil: CivilIdentity;
  /** As their identity provider knows it: proven by nobody. */
  email: string | null;
  /** Names the session of FranceConnect to close. */
  idToken: string;
};

/** eIDAS levels, as FranceConnect writes them. */
export const ASSURANCE_LEVELS = ["eidas1", "eidas2", "eidas3"] as const;
export type AssuranceLevel = (typeof ASSURANCE_LEVELS)[number];

/** As OpenID Connect for Identity Assurance writes them. */
export const ASSURANCE_NAMES: Record<AssuranceLevel, string> = {
  eidas1: "low",
  eidas2: "substantial",
  eidas3: "high",
};

/** What somebody goes to FranceConnect for; `sign-out` only to be signed out of it. */
export const IDENTIFICATION_PURPOSES = [
  "sign-in",
  "certify",
  "confirm",
  "recover",
  "sign-out",
] as const;
export type IdentificationPurpose = (typeof IDENTIFICATION_PURPOSES)[number];

const factsOf = (one: CivilIdentity) => [
  one.givenNames.join(" "),
  one.familyName,
  one.gender,
  one.birthdate,
  one.birthplace,
  one.birthcountry,
];

/** Every fact the same: the name of the person may be another one for us, they are not. */
export const isSameIdentity = (one: CivilIdentity, other: CivilIdentity) => {
  const facts = factsOf(other);
  return factsOf(one).every((fact, index) => fact === facts[index]);
};

/**
 * The subject hangs on the civil identity: rectified, it is another one. The same person still when no more than
 * two facts of six changed (a first name and a gender, a date and a place).
 */
export const isRectified = (before: CivilIdentity, after: CivilIdentity) => {
  const facts = factsOf(after);
  return factsOf(before).filter((fact, index) => fact !== facts[index]).length <= 2;
};

/** The columns of an account that its certified owner cannot change. */
export const certifiedColumns = ({ givenNames, familyName, birthdate, gender }: CivilIdentity) => ({
  givenName: givenNames[0] ?? "",
  familyName,
  birthdate,
  gender,
});

/** Why a way to FranceConnect identified nobody, as the address of its page says it. */
export const WHY_NOBODY = [
  "annulee",
  "indisponible",
  "refusee",
  "perimee",
  "autre-personne",
  "deconnecte",
  "inconnu",
] as const;
export type WhyNobody = (typeof WHY_NOBODY)[number];
