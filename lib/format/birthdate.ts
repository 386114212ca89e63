import { formatDay, parseDay } from "./date";

const NBSP = "\u00a0";
const MONTHS =
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");

const TYPED = /^00[\s/.-](\d{1,2})[\s/.-](\d{4})$/;
const WRITTEN = /^(\d{4})-(0\d|1[0-2])-00$/;

/** A day of birth that nobody knows is written 00, and so is its month: 1965-00-00, 1958-07-00. */
function parsePresumed(typed: string): string | null {
  const text = typed.trim();
  const [, month = "", year] = TYPED.exec(text) ?? [];
  const written = year ? `${year}-${month.padStart(2, "0")}-00` : text;
  return WRITTEN.test(written) ? written : null;
}

/** As `parseDay`, and presumed dates: « 00/00/1965 », « 00/07/1958 » or 1965-00-00, as 1965-00-00. */
export const parseBirthdate = (typed: string) => parseDay(typed) ?? parsePresumed(typed);

/** « 3 mars 1988 »; of a presumed date, what is known: « juillet 1958 », « 1965 ». */
export function formatBirthdate(written: string) {
  const [, year, month = ""] = WRITTEN.exec(written) ?? [];
  if (!year) return formatDay(written);
  const named = MONTHS[Number(month) - 1];
  return named ? `${named}${NBSP}${year}` : year;
}
