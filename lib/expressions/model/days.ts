/** Days are ISO 8601 texts, `2027-03-01`, of years 1 to 9999; what is no day gives null, and what is past them too. */
type Day = string;

const DAY_MS = 86_400_000;
const ISO = /^(\d{4})-(\d\d)-(\d\d)$/;

function timeOf(day: Day): number | null {
  const time = ISO.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? time : null;
}

function dayAt(time: number): Day | null {
  if (!(Math.abs(time) < 8.64e15)) return null;
  const [day = ""] = new Date(time).toISOString().split("T");
  return ISO.test(day) && day >= "0001" ? day : null;
}

export const isRealDay = (day: Day) => timeOf(day) !== null;

export function addDays(day: Day, days: number): Day | null {
  const time = timeOf(day);
  return time === null ? null : dayAt(time + Math.trunc(days) * DAY_MS);
}

/** The same day of another month, or its last one: 31 January and a month is 28 February. */
export function addMonths(day: Day, months: number): Day | null {
  if (!isRealDay(day)) return null;
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + Math.trunc(months), 0)).getUTCDate();
  return dayAt(Date.UTC(year, month - 1 + Math.trunc(months), Math.min(date, last)));
}

export const addYears = (day: Day, years: number) => addMonths(day, 12 * Math.trunc(years));

/** From the first to the second: negative when it comes before. */
export function daysBetween(from: Day, to: Day): number | null {
  const [a, b] = [timeOf(from), timeOf(to)];
  return a === null || b === null ? null : Math.round((b - a) / DAY_MS);
}

/** Whole months gone by. */
export function monthsBetween(from: Day, to: Day): number | null {
  if (!isRealDay(from) || !isRealDay(to)) return null;
  if (from > to) return -(monthsBetween(to, from) ?? 0) + 0;
  const [[y = 0, m = 0, d = 0], [year = 0, month = 0, date = 0]] = [from, to].map((day) =>
    day.split("-").map(Number),
  ) as [number[], number[]];
  return 12 * (year - y) + month - m - (date < d ? 1 : 0);
}

/** Whole years gone by: the age, for a day of birth. */
export function yearsBetween(from: Day, to: Day): number | null {
  const months = monthsBetween(from, to);
  return months === null ? null : Math.trunc(months / 12) + 0;
}

/** Easter Sunday of the Gregorian calendar (Butcher's algorithm). */
export function easter(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const epact =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - epact - (c % 4)) % 7;
  const late = Math.floor((a + 11 * epact + 22 * weekday) / 451);
  const n = epact + weekday - 7 * late + 114;
  return `${year}-${String(Math.floor(n / 31)).padStart(2, "0")}-${String((n % 31) + 1).padStart(2, "0")}`;
}

const FIXED = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];
/** Easter Monday, Ascension Day, Whit Monday. */
const AFTER_EASTER = [1, 39, 50];

/** Public holidays of France (code du travail, L3133-1), Alsace and Moselle apart. */
export function isHoliday(day: Day): boolean {
  if (!isRealDay(day)) return false;
  const date = day.slice(5);
  if (FIXED.includes(date)) return true;
  if (date < "03-23" || date > "06-14") return false;
  const since = daysBetween(easter(Number(day.slice(0, 4))), day);
  return since !== null && AFTER_EASTER.includes(since);
}

/** Monday to Friday, holidays apart: « jour ouvré ». */
export function isWorkingDay(day: Day): boolean {
  const time = timeOf(day);
  if (time === null) return false;
  const weekday = new Date(time).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/** Working days at most in one sum: twenty years. */
const MOST = 5_000;

/**
 * So many working days later, or earlier; the day itself is not counted. With 0: that day, or the next working one.
 */
export function addWorkingDays(day: Day, days: number): Day | null {
  const count = Math.trunc(days);
  if (!isRealDay(day) || !(Math.abs(count) <= MOST)) return null;
  const step = count < 0 ? -1 : 1;
  let at: Day | null = day;
  if (count === 0) {
    while (at && !isWorkingDay(at)) at = addDays(at, 1);
    return at;
  }
  for (let left = Math.abs(count); left > 0 && at; ) {
    at = addDays(at, step);
    if (at && isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** Working days after the first day, up to the second one; negative when it comes before. */
export function workingDaysBetween(from: Day, to: Day): number | null {
  const days = daysBetween(from, to);
  if (days === null || Math.abs(days) > 2 * MOST) return null;
  if (days < 0) return -(workingDaysBetween(to, from) ?? 0) + 0;
  return Array.from({ length: days }, (_, i) => addDays(from, i + 1)).filter(
    (day) => day !== null && isWorkingDay(day),
  ).length;
}
