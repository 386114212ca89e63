import { isRealDay } from "./days";
import type { Value } from "./values";

/** `2027-03-01T14:05`, or with seconds, the time of Lyon. */
type Moment = string;

const paris = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Paris",
  dateStyle: "short",
  timeStyle: "medium",
});

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?)?$/;
const FRENCH = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?: (?:à )?(\d{1,2})[:h](\d\d))?$/;
const CLOCK = /^(\d{1,2})(?:[:hH]| [hH] ?)(\d\d)?(?::(\d\d))?$/;

const two = (digits = "0") => digits.padStart(2, "0");

const isClock = (clock: string) => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(clock);

function frenchMoment(text: string): Moment | null {
  const [, day, month, year, hours, minutes] = FRENCH.exec(text) ?? [];
  if (!year) return null;
  return `${year}-${two(month)}-${two(day)}T${two(hours)}:${two(minutes)}`;
}

function isoMoment(text: string): Moment | null {
  const [, day, clock = "00:00", zone] = ISO.exec(text) ?? [];
  if (!day) return null;
  if (!zone) return `${day}T${clock}`;
  const instant = new Date(`${day}T${clock}${zone}`);
  return Number.isNaN(instant.getTime()) ? null : paris.format(instant).replace(" ", "T");
}

/** A day, a moment, or what a person or a service writes for one (`27/03/2027 14:05`, `2027-03-27T13:05:00Z`). */
export function momentOf(value: Value): Moment | null {
  if (typeof value !== "string" || value.length > 40) return null;
  const text = value.trim();
  const moment = isoMoment(text) ?? frenchMoment(text);
  if (!moment) return null;
  const [day = "", clock = ""] = moment.split("T");
  return isRealDay(day) && isClock(clock) ? moment : null;
}

export const dayOf = (value: Value): string | null => momentOf(value)?.slice(0, 10) ?? null;

/** `14:05`, of a moment or of what a person writes for an hour (`14h05`, `9 h`). */
export function clockOf(value: Value): string | null {
  if (typeof value !== "string" || value.length > 40) return null;
  const [, hours, minutes] = CLOCK.exec(value.trim()) ?? [];
  const clock = hours ? `${two(hours)}:${two(minutes)}` : momentOf(value)?.slice(11, 16);
  return clock && isClock(clock) ? clock : null;
}

/** So many minutes later on the clock on the wall. */
export function addMinutes(moment: Moment, minutes: number): Moment | null {
  const time = Date.parse(`${moment}${moment.length === 16 ? ":00" : ""}Z`) + minutes * 60_000;
  if (!(Math.abs(time) < 8.64e15)) return null;
  const written = new Date(time).toISOString();
  return /^\d{4}-/.test(written) ? written.slice(0, moment.length) : null;
}

export const minutesBetween = (from: Moment, to: Moment) =>
  (Date.parse(`${to.slice(0, 16)}:00Z`) - Date.parse(`${from.slice(0, 16)}:00Z`)) / 60_000;

const MONTHS =
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const SHORT_MONTHS = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" ");
const DAYS = "dimanche lundi mardi mercredi jeudi vendredi samedi".split(" ");

/** The letters of Django's date formats that people use, on `2027-03-01T14:05:00`. */
const LETTERS: Readonly<Record<string, (moment: Moment, date: Date) => string | number>> = {
  d: (m) => m.slice(8, 10),
  j: (_, date) => date.getUTCDate(),
  D: (_, date) => (DAYS[date.getUTCDay()] ?? "").slice(0, 3),
  l: (_, date) => DAYS[date.getUTCDay()] ?? "",
  w: (_, date) => date.getUTCDay(),
  N: (_, date) => SHORT_MONTHS[date.getUTCMonth()] ?? "",
  m: (m) => m.slice(5, 7),
  n: (_, date) => date.getUTCMonth() + 1,
  M: (_, date) => SHORT_MONTHS[date.getUTCMonth()] ?? "",
  b: (_, date) => SHORT_MONTHS[date.getUTCMonth()] ?? "",
  F: (_, date) => MONTHS[date.getUTCMonth()] ?? "",
  E: (_, date) => MONTHS[date.getUTCMonth()] ?? "",
  y: (m) => m.slice(2, 4),
  Y: (m) => m.slice(0, 4),
  H: (m) => m.slice(11, 13),
  G: (m) => Number(m.slice(11, 13)),
  g: (m) => Number(m.slice(11, 13)) % 12 || 12,
  i: (m) => m.slice(14, 16),
  s: (m) => m.slice(17, 19) || "00",
  c: (m) => m,
  S: (_, date) => (date.getUTCDate() === 1 ? "er" : ""),
};

const NAMED: Readonly<Record<string, string>> = {
  DATE_FORMAT: "j F Y",
  SHORT_DATE_FORMAT: "d/m/Y",
  DATETIME_FORMAT: "j F Y H:i",
  SHORT_DATETIME_FORMAT: "d/m/Y H:i",
  TIME_FORMAT: "H:i",
};

/** `d/m/Y`, `l j F`, `H:i`: as Django's `date` writes it, in French; `\` keeps the next letter. */
export function formatMoment(moment: Moment, format: string): string {
  const date = new Date(`${moment.slice(0, 10)}T00:00:00Z`);
  const wanted = Object.hasOwn(NAMED, format) ? (NAMED[format] ?? "") : format;
  return wanted.slice(0, 200).replace(/\\([\s\S])|([A-Za-z])/g, (_, kept, letter) => {
    if (kept) return kept;
    const write = Object.hasOwn(LETTERS, letter) ? LETTERS[letter] : undefined;
    return write ? String(write(moment, date)) : letter;
  });
}
