import type { Gender } from "../model";
import { GENDERS, normaliseEmail, normalisePhone } from "../model";

export const IMPORT_COLUMNS = [
  "id",
  "email",
  "email_verified",
  "given_name",
  "family_name",
  "birthdate",
  "gender",
  "phone",
  "password_hash",
  "certified",
] as const;
type Column = (typeof IMPORT_COLUMNS)[number];

export type ImportRow = {
  externalId: string;
  email: string;
  givenName: string;
  familyName: string;
  birthdate: string | null;
  gender: Gender | null;
  phone: string | null;
  passwordHash: string | null;
  wasCertified: boolean;
};

export const OUTCOMES = ["imported", "already", "duplicate", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_LABELS: Record<Outcome, string> = {
  imported: "repris",
  already: "déjà repris",
  duplicate: "doublon",
  refused: "refusé",
};

const isTrue = (text: string) => /^(true|1|oui|vrai)$/i.test(text);

/** Why a line cannot be imported, or null; `knowsHash`: whether a password can be verified against it. */
function problemOf(
  cell: (name: Column) => string,
  phone: string | null,
  knowsHash: (hash: string) => boolean,
) {
  if (!cell("id")) return "id manque";
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell("email"))) return "courriel mal écrit";
  if (!isTrue(cell("email_verified")))
    return "courriel non prouvé\u00a0: la personne doit s’inscrire";
  if (!cell("given_name") || !cell("family_name")) return "nom ou prénom manque";
  if (cell("birthdate") && !/^\d{4}-(00-00|\d\d-\d\d)$/.test(cell("birthdate")))
    return "date de naissance mal écrite (AAAA-MM-JJ)";
  if (cell("phone") && !phone) return "téléphone mal écrit";
  if (cell("password_hash") && !knowsHash(cell("password_hash")))
    return "empreinte de mot de passe inconnue";
  return null;
}

/** A line of the file, by column; a sentence when it cannot be taken. */
export function readImportRow(
  values: Record<string, string>,
  knowsHash: (hash: string) => boolean,
): ImportRow | string {
  const cell = (name: Column) => (values[name] ?? "").trim();
  const phone = normalisePhone(cell("phone"));
  const problem = problemOf(cell, phone, knowsHash);
  if (problem) return problem;
  return {
    externalId: cell("id"),
    email: normaliseEmail(cell("email")),
    givenName: cell("given_name").slice(0, 80),
    familyName: cell("family_name").slice(0, 80),
    birthdate: cell("birthdate") || null,
    gender: GENDERS.find((known) => known === cell("gender")) ?? null,
    phone: cell("phone") ? phone : null,
    passwordHash: cell("password_hash") || null,
    wasCertified: isTrue(cell("certified")),
  };
}
