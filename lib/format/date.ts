const PARIS = "Europe/Paris";
const NBSP = "\u00a0";

const [MINUTE_MS, QUARTER_MS] = [60_000, 900_000];
const MOST_KNOWN = 1_000;

/** Formatting is slow, and a page says the same few times again: parts are kept for moments that have the same. */
const partsIn = (options: Intl.DateTimeFormatOptions, sameForMs: number) => {
  const format = new Intl.DateTimeFormat("fr-FR", { ...options, timeZone: PARIS });
  const known = new Map<number, Record<string, string>>();
  return (date: Date) => {
    const key = Math.floor(date.getTime() / sameForMs);
    const found = known.get(key);
    if (found) return found;
    const all = format.formatToParts(date).map(({ type, value }) => [type, value]);
    const parts: Record<string, string> = Object.fromEntries(all);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, parts);
    return parts;
  };
};

/** Days begin on a quarter of an hour of universal time, wherever one is. */
const dayParts = partsIn(
  { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  QUARTER_MS,
);
const timeParts = partsIn({ hour: "numeric", minute: "2-digit", hourCycle: "h23" }, MINUTE_MS);

/** A moment, or a day written 2027-03-27 (which is that day in Paris too). */
type When = Date | string;

const dateOf = (when: When) => (typeof when === "string" ? new Date(when) : when);
const dayOfMonth = (day = "") => (day === "1" ? "1er" : day);

/** « 8 mars » */
export function formatShortDay(when: When) {
  const { day, month } = dayParts(dateOf(when));
  return `${dayOfMonth(day)}${NBSP}${month}`;
}

/** « 3 mars 2027 » */
export const formatDay = (when: When) =>
  `${formatShortDay(when)}${NBSP}${dayParts(dateOf(when)).year}`;

/** « lundi 8 mars 2027 » */
export const formatFullDay = (when: When) => `${dayParts(dateOf(when)).weekday} ${formatDay(when)}`;

/** « 14 h 05 », « 9 h » */
export function formatTime(when: When) {
  const { hour = "", minute = "" } = timeParts(dateOf(when));
  const hours = `${Number(hour)}${NBSP}h`;
  return minute === "00" ? hours : `${hours}${NBSP}${minute}`;
}

/** An hour written 14:05, as people read it: « 14 h 05 ». */
export function formatClock(clock: string) {
  const [hour = "", minute = "00"] = clock.split(":");
  const hours = `${Number(hour)}${NBSP}h`;
  return minute === "00" ? hours : `${hours}${NBSP}${minute}`;
}

/** « 3 mars 2027 à 14 h 05 » */
export const formatDayTime = (when: When) => `${formatDay(when)} à ${formatTime(when)}`;

/** « lundi 8 mars 2027 à 14 h 05 » */
export const formatFullDayTime = (when: When) => `${formatFullDay(when)} à ${formatTime(when)}`;

/** What a person typed as « 27/03/2027 », « 27.3.2027 » or 2027-03-27, as 2027-03-27; null if it is no day. */
export function parseDay(typed: string): string | null {
  const french = /^(\d{1,2})[\s/.-](\d{1,2})[\s/.-](\d{4})$/.exec(typed.trim());
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed.trim());
  const [year, month, day] = french ? french.slice(1).reverse() : (iso?.slice(1) ?? []);
  if (!year || !month || !day) return null;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}

/** 2027-03-27 as a person would type it: « 27/03/2027 ». */
export const formatTypedDay = (day: string) => day.split("-").reverse().join("/");
