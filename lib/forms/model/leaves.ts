import * as z from "zod";
import { parseBirthdate } from "@/lib/format/birthdate";
import type { FieldOf, TextFormat } from "../schemas/fields";
import { parseDate } from "./dates";
import * as say from "./sentences";

// One zod schema per kind of single answer: from what was typed (trimmed, not blank) to its canonical value.

const squeeze = (typed: string) => typed.replace(/[\s.\-_]/g, "");

/** SIREN and SIRET carry the check digit of ISO/IEC 7812-1. */
function hasCheckDigit(digits: string) {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** AA-123-AA (since 2009); any other plate is kept in capitals. */
const plate = (typed: string) =>
  squeeze(typed)
    .toUpperCase()
    .replace(/^([A-Z]{2})(\d{3})([A-Z]{2})$/, "$1-$2-$3");

/** La Poste's SIRET (SIREN 356000000) do not all carry the check digit. */
const isSiret = (typed: string) =>
  /^\d{14}$/.test(typed) && (hasCheckDigit(typed) || typed.startsWith("356000000"));

const FORMATS: Record<TextFormat, [write: (typed: string) => string, is: (s: string) => boolean]> =
  {
    "postal-code": [squeeze, (s) => /^\d{5}$/.test(s)],
    siren: [squeeze, (s) => /^\d{9}$/.test(s) && hasCheckDigit(s)],
    siret: [squeeze, isSiret],
    plate: [plate, (s) => /^(?=.*\d)[A-Z0-9-]{4,12}$/.test(s)],
    digits: [squeeze, (s) => /^\d+$/.test(s)],
  };

/** One line of text. */
export const line = (max: number, tooLong: string) =>
  z
    .string()
    .transform((typed) => typed.replace(/\s+/g, " ").trim())
    .refine((text) => text.length <= max, tooLong);

export function textLeaf(field: FieldOf<"text">) {
  const schema = line(field.maxLength, say.tooLong(field.label, field.maxLength));
  if (!field.format) return schema;
  const [write, is] = FORMATS[field.format];
  return schema.transform(write).refine(is, say.wrong(field, say.FORMATS[field.format]));
}

export const longTextLeaf = ({ label, maxLength }: FieldOf<"long-text">) =>
  z
    .string()
    .transform((typed) => typed.replace(/\r\n?/g, "\n").trim())
    .refine((text) => text.length <= maxLength, say.tooLong(label, maxLength));

export const postalCodeLeaf = z
  .string()
  .transform(squeeze)
  .refine(FORMATS["postal-code"][1], say.FORMATS["postal-code"]);

const email = z.email();
const isEmail = (text: string) => text.length <= 254 && email.safeParse(text).success;

export const emailLeaf = (sentence: string) =>
  z
    .string()
    .transform((typed) => typed.replace(/\s+/g, ""))
    .refine(isEmail, sentence);

/** E.164: a French number may be typed as it is dialled in France. */
function phone(typed: string) {
  const digits = typed
    .replace(/\(0\)/, "")
    .replace(/[\s.\-_()/]/g, "")
    .replace(/^00/, "+");
  return digits.replace(/^0(?=[1-9]\d{8}$)/, "+33").replace(/^\+330(?=[1-9])/, "+33");
}

const isPhone = (text: string) =>
  text.startsWith("+33") ? /^\+33[1-9]\d{8}$/.test(text) : /^\+[1-9]\d{7,14}$/.test(text);

export const phoneLeaf = (sentence: string) =>
  z.string().transform(phone).refine(isPhone, sentence);

const NUMBER = /^[-−]?\d{1,15}(?:[.,]\d+)?$/;

/** « 1 421 », « 12,5 », « 12.5 », « 12 m » when the unit is « m ». */
export function numberLeaf(field: FieldOf<"number">) {
  const bare = (typed: string) => {
    const text = typed.trim();
    const unit = field.unit ?? "";
    return (unit && text.endsWith(unit) ? text.slice(0, -unit.length) : text).replace(/\s/g, "");
  };
  const hasDecimals = (text: string) =>
    (text.split(/[.,]/)[1]?.length ?? 0) <= field.decimals && text.length <= 16;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field;
  return z
    .string()
    .transform(bare)
    .refine((text) => NUMBER.test(text) && hasDecimals(text), {
      error: say.wrong(field, say.numberWanted(field)),
      abort: true,
    })
    .transform((text) => Number(text.replace(",", ".").replace("−", "-")) + 0)
    .refine((n) => n >= min && n <= max, say.wrong(field, say.outOfRange(field)));
}

/** As a date; day, or day and month, may be 00: presumed. */
export const birthdateLeaf = (sentence: string) =>
  z.string().transform((typed, context) => {
    const date = parseDate(typed) ?? parseBirthdate(typed);
    if (date) return date;
    context.addIssue(sentence);
    return z.NEVER;
  });

/** ISO 8601; its bounds hang on today and on other answers: see checks.ts. */
export const dateLeaf = (sentence: string) =>
  z.string().transform((typed, context) => {
    const date = parseDate(typed);
    if (date) return date;
    context.addIssue(sentence);
    return z.NEVER;
  });
