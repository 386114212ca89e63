import { formatEuros, formatNumber } from "@/lib/format/number";
import type { FieldOf } from "../../schemas/fields";
import { about, blank, type Kind, kept, oneLine, type Reading, written, wrong } from "../kind";
import { one } from "../posted";

const NUMBER = /^[-−]?\d{1,15}(?:[.,]\d+)?$/;

/** « 1 421 », « 12,5 », « 12.5 », « 12 m » when the unit is « m »; null when it is no such number. */
function parseNumber(typed: string, unit: string, decimals: number) {
  const text = typed.trim();
  const bare = (unit && text.endsWith(unit) ? text.slice(0, -unit.length) : text).replace(
    /\s/g,
    "",
  );
  const given = bare.split(/[.,]/)[1]?.length ?? 0;
  if (!NUMBER.test(bare) || given > decimals || bare.length > 16) return null;
  return Number(bare.replace(",", ".").replace("−", "-")) + 0;
}

const numberWanted = ({ label, decimals }: FieldOf<"number">) =>
  about(
    label,
    decimals === 0
      ? "écrivez un nombre entier en chiffres, par exemple 12"
      : `écrivez un nombre en chiffres, avec ${decimals} ${decimals > 1 ? "décimales" : "décimale"} au plus, par exemple 12,5`,
  );

type Bounds = { label: string; min?: number | undefined; max?: number | undefined };

const isWithin = (value: number, { min, max }: Bounds) =>
  value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);

function outOfRange({ label, min, max }: Bounds, show: (n: number) => string) {
  if (min === undefined) return about(label, `écrivez ${show(max ?? 0)} ou moins`);
  if (max === undefined) return about(label, `écrivez ${show(min)} ou plus`);
  return about(label, `écrivez un nombre entre ${formatNumber(min)} et ${show(max)}`);
}

function readNumber(field: FieldOf<"number">, typed: string): Reading {
  const value = parseNumber(typed, field.unit ?? "", field.decimals);
  if (value === null) return { wrong: wrong(field, numberWanted(field)) };
  const withUnit = (n: number) => [formatNumber(n), field.unit].filter(Boolean).join("\u00a0");
  return isWithin(value, field) ? { value } : { wrong: wrong(field, outOfRange(field, withUnit)) };
}

const comma = (answer: unknown) => written(answer).replace(".", ",");

export const number = oneLine<FieldOf<"number">>("écrivez un nombre en chiffres", readNumber, {
  typed: comma,
  shown: (answer, { unit }) =>
    typeof answer === "number" ? [formatNumber(answer), unit].filter(Boolean).join("\u00a0") : "",
});

const AMOUNT = "écrivez une somme en euros, par exemple 125,50";

function readAmount(field: FieldOf<"currency">, typed: string): Reading {
  const value = parseNumber(typed.replace(/\s*(?:euros?|eur)$/i, ""), "€", 2);
  if (value === null) return { wrong: wrong(field, about(field.label, AMOUNT)) };
  return isWithin(value, field)
    ? { value }
    : { wrong: wrong(field, outOfRange(field, formatEuros)) };
}

export const currency = oneLine<FieldOf<"currency">>(AMOUNT, readAmount, {
  typed: comma,
  shown: (answer) => (typeof answer === "number" ? formatEuros(answer) : ""),
});

export const rating: Kind<FieldOf<"rating">> = {
  controls: (_, name) => [name],
  check(field, name, typed) {
    const value = one(typed, name);
    const note = value && /^\d{1,2}$/.test(value) ? Number(value) : 0;
    return note >= 1 && note <= field.max
      ? kept(note)
      : blank(
          { ...field, required: field.required || value !== undefined },
          name,
          "choisissez une note",
        );
  },
  asTyped: (_, name, answer) => ({ [name]: written(answer) }),
  lines: ({ max }, answer) => [`${written(answer)} sur ${max}`],
};
