import { formatBirthdate, parseBirthdate } from "@/lib/format/birthdate";
import { formatTypedDay } from "@/lib/format/date";
import { formatPhone } from "@/lib/format/phone";
import type { FieldOf, IdentityPart } from "../../schemas/fields";
import { parseDate } from "../dates";
import {
  type Checked,
  checked,
  isRecord,
  type Kind,
  NOTHING,
  type Reading,
  readLine,
  refused,
  together,
  tooLong,
  written,
} from "../kind";
import { one } from "../posted";
import { partsTyped } from "./places";
import { dialled, EMAIL, PHONE, readEmail, readPhone } from "./texts";

export const IDENTITY_LABELS: Record<IdentityPart, string> = {
  familyName: "Nom",
  givenName: "Prénom",
  birthdate: "Date de naissance",
  birthplace: "Lieu de naissance",
  email: "Adresse e-mail",
  phone: "Téléphone",
};

const IDENTITY: Record<IdentityPart, string> = {
  familyName: "Écrivez votre nom",
  givenName: "Écrivez votre prénom",
  birthdate: "Écrivez votre date de naissance, par exemple 27/03/1985",
  birthplace: "Écrivez la commune ou le pays où vous êtes né ou née",
  email: EMAIL,
  phone: PHONE,
};

/** As a date; day, or day and month, may be 00: presumed. */
function readBirthdate(typed: string, today: string): Reading {
  const value = parseDate(typed) ?? parseBirthdate(typed);
  return value && value <= today ? { value } : { wrong: IDENTITY.birthdate };
}

function readPart(part: IdentityPart, typed: string, today: string): Reading {
  switch (part) {
    case "birthdate":
      return readBirthdate(typed, today);
    case "email":
      return readEmail(typed, EMAIL);
    case "phone":
      return readPhone(typed, PHONE);
    case "familyName":
    case "givenName":
    case "birthplace":
      return readLine(typed, 100, tooLong(IDENTITY_LABELS[part], 100));
  }
}

export const showPart = (part: IdentityPart, value: unknown) => {
  if (part === "birthdate") return written(value) && formatBirthdate(written(value));
  return part === "phone" ? formatPhone(written(value)) : written(value);
};

const partTyped = (part: string, value: unknown) => {
  if (part === "birthdate") return formatTypedDay(written(value));
  return part === "phone" ? dialled(value) : written(value);
};

export const identity: Kind<FieldOf<"identity">> = {
  controls: ({ parts }, name) => parts.map((part) => `${name}.${part}`),
  check({ parts, optionalParts }, name, typed, { today }) {
    const checkPart = (part: IdentityPart): Checked => {
      const value = one(typed, `${name}.${part}`);
      if (value) return checked(`${name}.${part}`, readPart(part, value, today));
      const isOptional = optionalParts.includes(part);
      return isOptional ? NOTHING : refused(`${name}.${part}`, IDENTITY[part]);
    };
    return together(Object.fromEntries(parts.map((part) => [part, checkPart(part)])));
  },
  asTyped: (_, name, answer) => partsTyped(name, answer, partTyped),
  lines: ({ parts }, answer) =>
    isRecord(answer) ? parts.map((part) => showPart(part, answer[part])) : [],
};
