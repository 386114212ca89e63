import { LIMITS } from "../schemas/limits";

/** What an expression gives. Days and moments are texts in ISO 8601. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value };

export type Row = { readonly [name: string]: Value };

/** Thrown when an expression costs more than `LIMITS`; caught by what evaluates it. */
export class TooMuch extends Error {}

export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value);

/** A plain record: neither a list, nor anything with a class. */
export const isRow = (value: unknown): value is Row =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** Nothing but data: functions, dates and other objects are nothing. */
export function dataOf(found: unknown): Value {
  switch (typeof found) {
    case "string":
    case "boolean":
      return found;
    case "number":
      return Number.isFinite(found) ? found : null;
    default:
      return isList(found) || isRow(found) ? found : null;
  }
}

/** One step of a path: an own property of a record, a position in a list; nothing else is followed. */
export function partOf(value: Value, name: string): Value {
  if (isList(value)) return /^\d{1,6}$/.test(name) ? dataOf(value[Number(name)]) : null;
  return isRow(value) && Object.hasOwn(value, name) ? dataOf(value[name]) : null;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
export const isDay = (value: Value): value is string =>
  typeof value === "string" && DAY.test(value);
export const isMoment = (value: Value): value is string =>
  typeof value === "string" && MOMENT.test(value);

/**
 * An option chosen, a commune, a row of a data source: compared by its value or by its label, written as its label.
 * What else it holds is read by its path.
 */
export type Choice = { readonly value: string | number; readonly label: string };

export const isChoice = (value: Value): value is Choice =>
  isRow(value) &&
  ["string", "number"].includes(typeof partOf(value, "value")) &&
  typeof partOf(value, "label") === "string";

/** « 1 421,50 » and « 1421.50 » are numbers too; nothing else that is text is. */
export function numberOf(value: Value): number | null {
  if (typeof value === "number") return value;
  if (isChoice(value)) return numberOf(value.value);
  if (typeof value !== "string" || value.length > 40) return null;
  const written = value.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : null;
}

/** Nothing, no, zero, an empty text, list or record are not so. */
export function isTruthy(value: Value): boolean {
  if (isList(value)) return value.length > 0;
  if (isRow(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}

const saidBoolean = (is: boolean) => (is ? "True" : "False");

const YES = ["true", "oui"];
const NO = ["false", "non"];

/** A box ticked is « True » or « oui » to who compares it with a text. */
const agrees = (is: boolean, text: string) => (is ? YES : NO).includes(text.toLowerCase());

/** A day and a moment compare as days. */
function alike(a: string, b: string): [string, string] {
  if (isDay(a) && isMoment(b)) return [a, b.slice(0, 10)];
  if (isMoment(a) && isDay(b)) return [a.slice(0, 10), b];
  return [a, b];
}

const sameList = (a: readonly Value[], b: readonly Value[]) =>
  a.length === b.length && a.every((item, i) => isSame(item, b[i] ?? null));

function sameRow(a: Row, b: Row) {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => isSame(partOf(a, name), partOf(b, name)))
  );
}

function sameScalar(a: string | number | boolean, b: string | number | boolean): boolean {
  if (typeof a === "string" && typeof b === "string") {
    const [x, y] = alike(a, b);
    return x === y;
  }
  if (typeof a === "boolean" && typeof b === "string") return agrees(a, b);
  if (typeof b === "boolean" && typeof a === "string") return agrees(b, a);
  if (typeof a === "string") return numberOf(a) === b;
  if (typeof b === "string") return numberOf(b) === a;
  return Number(a) === Number(b);
}

export function isSame(a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b;
  if (typeof a !== "object" && typeof b !== "object") return sameScalar(a, b);
  if (isList(a) && isList(b)) return sameList(a, b);
  if (isChoice(a) && !isRow(b)) return isSame(a.value, b) || isSame(a.label, b);
  if (isChoice(b) && !isRow(a)) return isSame(b, a);
  return isRow(a) && isRow(b) && sameRow(a, b);
}

/** -1, 0 or 1; null when the two have no order. Texts that are both numbers compare as numbers. */
export function orderOf(a: Value, b: Value): -1 | 0 | 1 | null {
  const sign = (x: string | number, y: string | number) => (x < y ? -1 : x > y ? 1 : 0);
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== null && y !== null) return sign(x, y);
  const [left, right] = [a, b].map((value) => (isChoice(value) ? value.label : value));
  if (typeof left !== "string" || typeof right !== "string") return null;
  return sign(...alike(left, right));
}

/** A search costs what is sought times what it is sought in. */
const LONGEST_SOUGHT = 1_000;

/** What may be sought in a text, or cut out of it. */
export function sought(part: string): string {
  if (part.length > LONGEST_SOUGHT) throw new TooMuch();
  return part;
}

/** Among the items of a list, the characters of a text, the names of a record. */
export function isIn(part: Value, whole: Value): boolean {
  if (isList(whole)) return whole.some((item) => isSame(part, item));
  if (isChoice(whole)) return isSame(part, whole) || isIn(part, whole.label);
  if (isRow(whole)) return typeof part === "string" && Object.hasOwn(whole, part);
  if (typeof whole !== "string" || part === null || typeof part === "object") return false;
  return whole.includes(sought(textOf(part)));
}

/** As a machine writes it: what text filters work on, what URLs and data hold. A record without a label is nothing. */
export function textOf(value: Value): string {
  if (value === null) return "";
  if (typeof value === "boolean") return saidBoolean(value);
  if (isList(value)) return value.map(textOf).join(", ");
  if (typeof value === "object") return isChoice(value) ? value.label : "";
  return String(value);
}

/** How many characters or items it is made of, more or less: what a filter on it costs. */
export function sizeOf(value: Value): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + 10 + sizeOf(dataOf(item)), 1);
}

/** The value, unless it is longer than anything here may be. */
export function bounded(value: Value): Value {
  if (typeof value === "string" && value.length > LIMITS.text) throw new TooMuch();
  if (isList(value) && value.length > LIMITS.items) throw new TooMuch();
  return value;
}
