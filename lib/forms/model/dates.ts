import type { DateBound } from "../schemas/dates";

const paris = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short" });

/** The day it is in Lyon, ISO 8601. */
export const todayInLyon = (now = new Date()) => paris.format(now);

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Paris",
  dateStyle: "short",
  timeStyle: "short",
});

/** The hour it is in Lyon if it is that day there, midnight otherwise: `2027-03-01T14:05`. */
export function nowOn(today: string, now = new Date()) {
  const moment = clock.format(now).replace(" ", "T");
  return moment.startsWith(today) ? moment : `${today}T00:00`;
}

const MONTHS = "jan|f[eé]v|mars|avr|mai|juin|juil|ao[uû]|sep|oct|nov|d[eé]c".split("|");

const byMonthNumber = /^(\d{1,2})(?:er)?\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/;
const byMonthName = /^(\d{1,2})(?:er)?\s*([a-zéû]{3,9})\.?\s*(\d{4})$/;
const eightDigits = /^(\d{2})(\d{2})(\d{4})$/;
const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

function partsOf(typed: string): [year: number, month: number, day: number] | null {
  const isoParts = iso.exec(typed);
  if (isoParts) return [Number(isoParts[1]), Number(isoParts[2]), Number(isoParts[3])];
  const [, day, month, year] =
    byMonthNumber.exec(typed) ?? eightDigits.exec(typed) ?? byMonthName.exec(typed) ?? [];
  if (!day || !month || !year) return null;
  const named = MONTHS.findIndex((start) => new RegExp(`^${start}`).test(month));
  return [Number(year), named >= 0 ? named + 1 : Number(month), Number(day)];
}

/** « 27/03/2027 », « 27.3.2027 », « 27032027 », « 27 mars 2027 » or ISO 8601, as ISO 8601; null for any other. */
export function parseDate(typed: string): string | null {
  const parts = partsOf(typed.trim().toLowerCase().normalize("NFC").replace(/\s+/g, " "));
  if (!parts) return null;
  const [year, month, day] = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1850 && year <= 2200 ? date.toISOString().slice(0, 10) : null;
}

const byYear = /^(\d{4})$/;
const byMonthAndYear = /^(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/;
const isoMonth = /^(\d{4})-(\d{2})$/;

/** « 1987 », « mars 1987 », « 03/1987 » or a whole date, as 1987, 1987-03 or 1987-03-27; null for any other. */
export function parsePartialDate(typed: string): string | null {
  const text = typed.trim().toLowerCase().normalize("NFC");
  const [, isoYear, isoMonthNumber] = isoMonth.exec(text) ?? [];
  const whole = byYear.test(text)
    ? `01/01/${text}`
    : isoYear
      ? `${isoYear}-${isoMonthNumber}-01`
      : byMonthAndYear.test(text) || /^[^\d]/.test(text)
        ? `01 ${text}`
        : text;
  const date = parseDate(whole);
  if (!date) return null;
  return date.slice(0, byYear.test(text) ? 4 : whole === text ? 10 : 7);
}

function shift(isoDate: string, { days = 0, years = 0 }: { days?: number; years?: number }) {
  const [year = 0, month = 1, day = 1] = isoDate.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, day + days)).toISOString().slice(0, 10);
}

/** The day a bound stands for, ISO 8601; null when it hangs on a date not answered yet. */
export function dayOf(
  bound: DateBound | undefined,
  today: string,
  dates: Readonly<Record<string, unknown>>,
): string | null {
  if (!bound) return null;
  if ("date" in bound) return bound.date;
  if ("years" in bound) return shift(today, bound);
  if (!("field" in bound)) return shift(today, bound);
  const other = dates[bound.field];
  return typeof other === "string" && iso.test(other) ? shift(other, { days: bound.days }) : null;
}
