import { ANYTHING, isOpen, plain, type Type } from "./types";

/** `same`: what is given in; `item`: what the list given in is made of. */
type Given = Type["is"] | "same" | "item";
/** What a filter takes, what it gives, how many arguments at least and at most. */
type Signature = readonly [takes: Type["is"], gives: Given, least?: number, most?: number];

const TEXTS: Record<string, Signature> = {
  lower: ["text", "text"],
  upper: ["text", "text"],
  capfirst: ["text", "text"],
  title: ["text", "text"],
  strip: ["text", "text", 0, 1],
  slugify: ["text", "text"],
  startswith: ["text", "boolean", 1, 1],
  endswith: ["text", "boolean", 1, 1],
  removeprefix: ["text", "text", 1, 1],
  removesuffix: ["text", "text", 1, 1],
  cut: ["text", "text", 1, 1],
  replace: ["text", "text", 2, 2],
  split: ["text", "list", 0, 1],
  striptags: ["text", "text"],
  wordcount: ["text", "number"],
  truncatechars: ["text", "text", 1, 1],
  truncatewords: ["text", "text", 1, 1],
  yesno: ["anything", "text", 0, 1],
  pluralize: ["anything", "text", 0, 1],
  urlencode: ["text", "text", 0, 1],
  json_dumps: ["anything", "text"],
  phone: ["text", "text"],
  is_french_phone_number: ["text", "boolean"],
  is_french_mobile_phone_number: ["text", "boolean"],
  safe: ["anything", "same"],
  escape: ["anything", "same"],
  force_escape: ["anything", "same"],
  linebreaks: ["anything", "same"],
  linebreaksbr: ["anything", "same"],
};

const NUMBERS: Record<string, Signature> = {
  add: ["anything", "anything", 1, 1],
  sub: ["number", "number", 1, 1],
  subtract: ["number", "number", 1, 1],
  mul: ["number", "number", 1, 1],
  multiply: ["number", "number", 1, 1],
  div: ["number", "number", 1, 1],
  divide: ["number", "number", 1, 1],
  modulo: ["number", "number", 1, 1],
  divisibleby: ["number", "boolean", 1, 1],
  decimal: ["anything", "number", 0, 1],
  floatformat: ["number", "text", 0, 1],
  round: ["number", "number", 0, 1],
  ceil: ["number", "number"],
  floor: ["number", "number"],
  integer: ["number", "number"],
  abs: ["number", "number"],
  intcomma: ["number", "text"],
  sum: ["list", "number"],
  min: ["list", "number"],
  max: ["list", "number"],
};

const DATES: Record<string, Signature> = {
  date: ["moment", "day", 0, 1],
  datetime: ["moment", "moment", 0, 1],
  time: ["anything", "clock", 0, 1],
  parse_date: ["anything", "day"],
  parse_datetime: ["anything", "moment"],
  parse_time: ["anything", "clock"],
  add_days: ["moment", "same", 1, 1],
  add_months: ["moment", "same", 1, 1],
  add_years: ["moment", "same", 1, 1],
  add_working_days: ["moment", "same", 1, 1],
  add_hours: ["moment", "moment", 1, 1],
  add_minutes: ["moment", "moment", 1, 1],
  adjust_to_working_day: ["moment", "day"],
  is_working_day: ["moment", "boolean"],
  is_holiday: ["moment", "boolean"],
  is_future: ["moment", "boolean"],
  is_past: ["moment", "boolean"],
  is_today: ["moment", "boolean"],
  age_in_days: ["moment", "number", 0, 1],
  age_in_months: ["moment", "number", 0, 1],
  age_in_years: ["moment", "number", 0, 1],
  age_in_hours: ["moment", "number", 0, 1],
  days_until: ["moment", "number", 0, 1],
  months_until: ["moment", "number", 0, 1],
  years_until: ["moment", "number", 0, 1],
  working_days_until: ["moment", "number", 0, 1],
};

const LISTS: Record<string, Signature> = {
  default: ["anything", "same", 1, 1],
  default_if_none: ["anything", "same", 1, 1],
  is_empty: ["anything", "boolean"],
  length: ["anything", "number"],
  length_is: ["anything", "boolean", 1, 1],
  count: ["anything", "number"],
  first: ["anything", "item"],
  last: ["anything", "item"],
  slice: ["anything", "same", 1, 1],
  contains: ["anything", "boolean", 1, 1],
  join: ["list", "text", 1, 1],
  get: ["anything", "anything", 1, 1],
  getlist: ["list", "list", 1, 1],
  sort: ["list", "same", 0, 1],
  dictsort: ["list", "same", 0, 1],
  reverse: ["list", "same"],
  unique: ["list", "same"],
  list: ["anything", "list"],
  distance: ["place", "number", 1, 1],
};

/** Of every filter of `FILTERS`. */
export const SIGNATURES: Readonly<Record<string, Signature>> = {
  ...TEXTS,
  ...NUMBERS,
  ...DATES,
  ...LISTS,
};

export const wanted = (least: number, most: number) => {
  if (most === 0) return "n’attend aucun argument";
  if (least === 0) return "attend un argument au plus";
  return least === 1 ? "attend un argument" : `attend ${least} arguments`;
};

export function accepts(takes: Type["is"], of: Type): boolean {
  if (takes === "anything" || isOpen(of) || takes === of.is) return true;
  switch (takes) {
    case "text":
      return of.is !== "record" && of.is !== "file";
    case "number":
    case "clock":
      return of.is === "text" || of.is === "choice";
    case "moment":
      return of.is === "day" || of.is === "text";
    case "place":
      return of.is === "record" || of.is === "text";
    default:
      return false;
  }
}

/** What the filter gives to what was given in. */
export function resultOf(gives: Given, of: Type): Type {
  if (gives === "same") return of;
  if (gives === "item") return of.is === "list" ? of.of : plain("text");
  if (gives === "list") return { is: "list", of: ANYTHING };
  return gives === "choice" || gives === "record" ? ANYTHING : plain(gives);
}
