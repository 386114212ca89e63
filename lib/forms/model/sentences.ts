import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import { frenchSpaces, lowerFirst } from "@/lib/format/text";
import type { Field, FieldOf, IdentityPart, ItemField, TextFormat } from "../schemas/fields";

// Each says what to do. Fields come one after the other in an error summary: the label tells which.

const about = (label: string, what: string) =>
  frenchSpaces(`« ${label.replace(/\s*[?:]$/, "")} » : ${what}`);

/** « Enfant 2, « Prénom » : écrivez votre réponse », « Enfant 2 : écrivez les 5 chiffres… » */
export const ofItem = (item: string, sentence: string) =>
  sentence.startsWith("«") ? `${item}, ${sentence}` : `${item}\u00a0: ${lowerFirst(sentence)}`;

export const FORMATS: Record<TextFormat, string> = {
  "postal-code": "Écrivez les 5 chiffres du code postal",
  siren: "Écrivez les 9 chiffres du numéro SIREN",
  siret: "Écrivez les 14 chiffres du numéro SIRET",
  plate: "Écrivez l’immatriculation comme sur la plaque, par exemple AB-123-CD",
  digits: "Écrivez uniquement des chiffres",
};

export const EMAIL = "Écrivez l’adresse e-mail en entier, par exemple nom@exemple.fr";
export const PHONE =
  "Écrivez les 10 chiffres du téléphone, par exemple 06 39 98 12 34, ou un numéro étranger qui commence par +";
const DATE = "écrivez une date, par exemple 27/03/2027";

/** What to do about a question left blank. */
export function missing(field: Field | ItemField): string {
  if ("errors" in field && field.errors.missing) return field.errors.missing;
  const { label = "" } = field as { label?: string };
  switch (field.type) {
    case "email":
      return EMAIL;
    case "phone":
      return PHONE;
    case "date":
      return about(label, DATE);
    case "number":
      return about(label, "écrivez un nombre en chiffres");
    case "yes-no":
      return about(label, "choisissez oui ou non");
    case "choice":
      return about(label, "choisissez une réponse");
    case "choices":
      return about(label, "choisissez au moins une réponse");
    case "commune":
      return about(label, "choisissez une commune");
    case "file":
      return about(label, "ajoutez le fichier demandé");
    case "consent":
      return frenchSpaces(`Cochez la case « ${label} » pour continuer`);
    default:
      return about(label, "écrivez votre réponse");
  }
}

/** What to do about an answer that cannot be used. */
export const wrong = (field: Field | ItemField, sentence: string) =>
  ("errors" in field && field.errors.wrong) || sentence;

export const tooLong = (label: string, max: number) =>
  about(label, `raccourcissez votre réponse à ${formatNumber(max)} caractères au plus`);

export const numberWanted = ({ label, decimals }: FieldOf<"number">) =>
  about(
    label,
    decimals === 0
      ? "écrivez un nombre entier en chiffres, par exemple 12"
      : `écrivez un nombre en chiffres, avec ${decimals} ${decimals > 1 ? "décimales" : "décimale"} au plus, par exemple 12,5`,
  );

export function outOfRange({ label, min, max, unit }: FieldOf<"number">) {
  const written = (n: number) => [formatNumber(n), unit].filter(Boolean).join("\u00a0");
  if (min === undefined) return about(label, `écrivez ${written(max ?? 0)} ou moins`);
  if (max === undefined) return about(label, `écrivez ${written(min)} ou plus`);
  return about(label, `écrivez un nombre entre ${formatNumber(min)} et ${written(max)}`);
}

export const dateWanted = (label: string) => about(label, DATE);

export const tooEarly = (label: string, day: string) =>
  about(label, `choisissez le ${formatDay(day)} ou une date plus tardive`);

export const tooLate = (label: string, day: string) =>
  about(label, `choisissez le ${formatDay(day)} ou une date plus ancienne`);

export const sayWhich = (label: string) => about(label, "précisez votre réponse");

export const tooMany = (label: string, max: number) =>
  about(label, max === 1 ? "gardez une seule réponse" : `gardez ${max} réponses au plus`);

export const tooManyFiles = (label: string, max: number) =>
  about(label, max === 1 ? "gardez un seul fichier" : `gardez ${max} fichiers au plus`);

export const ADDRESS = {
  street: "Écrivez le numéro et le nom de la rue",
  complement: "Raccourcissez le complément d’adresse à 200 caractères au plus",
  postalCode: FORMATS["postal-code"],
  commune: "Écrivez le nom de la commune",
};

export const IDENTITY_LABELS: Record<IdentityPart, string> = {
  familyName: "Nom",
  givenName: "Prénom",
  birthdate: "Date de naissance",
  birthplace: "Lieu de naissance",
  email: "Adresse e-mail",
  phone: "Téléphone",
};

export const IDENTITY: Record<IdentityPart, string> = {
  familyName: "Écrivez votre nom",
  givenName: "Écrivez votre prénom",
  birthdate: "Écrivez votre date de naissance, par exemple 27/03/1985",
  birthplace: "Écrivez la commune ou le pays où vous êtes né ou née",
  email: EMAIL,
  phone: PHONE,
};
