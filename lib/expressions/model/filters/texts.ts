import { LIMITS } from "../../schemas/limits";
import type { Filter, Filters } from "../evaluate";
import { isTruthy, numberOf, sought, TooMuch, textOf, type Value } from "../values";

const text =
  (change: (text: string, arg: string, more: string) => Value): Filter =>
  (of, [arg = null, more = null]) =>
    change(textOf(of), textOf(arg), textOf(more));

const capital = (word: string) => word.charAt(0).toLocaleUpperCase("fr") + word.slice(1);

const slug = (written: string) =>
  written
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9\s_-]/g, "")
    .trim()
    .replace(/[\s-]+/g, "-");

function shortened(written: string, most: Value, apart: string) {
  const count = numberOf(most);
  const parts = apart ? written.trim().split(/\s+/) : [...written];
  if (count === null || count < 1 || parts.length <= count) return written;
  const kept = parts.slice(0, apart ? count : count - 1).join(apart);
  return `${kept}${apart ? " " : ""}…`;
}

function stripped(of: string, signs: string) {
  if (!signs) return of.trim();
  const [all, out] = [[...of], new Set(signs)];
  const first = all.findIndex((sign) => !out.has(sign));
  const last = all.findLastIndex((sign) => !out.has(sign));
  return first < 0 ? "" : all.slice(first, last + 1).join("");
}

function replaced(of: string, out: string, into: string) {
  const parts = of.split(sought(out));
  if (parts.length * into.length > LIMITS.text) throw new TooMuch();
  return parts.join(into);
}

/** `yesno`, `yesno:"oui,non,peut-être"` */
function yesno(of: Value, words: string) {
  const [yes = "", no = "", unknown = no] = (words || "oui,non").split(",");
  if (of === null) return unknown;
  return isTruthy(of) ? yes : no;
}

/** `pluralize`, `pluralize:"x"`, `pluralize:"al,aux"`; 0 and 1 are singular in French. */
function pluralize(of: Value, endings: string) {
  const [one = "", many = ""] = endings.includes(",") ? endings.split(",") : ["", endings || "s"];
  const count = Array.isArray(of) ? of.length : (numberOf(of) ?? 0);
  return Math.abs(count) < 2 ? one : many;
}

const digitsOf = (of: string) => of.replace(/[\s\u00a0.()-]/g, "").replace(/^(\+|00)33/, "0");

const isFrenchPhone = (of: string) => /^0[1-9]\d{8}$/.test(digitsOf(of));

/** « 06 39 98 12 34 »; another number stays as it is. */
const phone = (of: string) =>
  isFrenchPhone(of) ? (digitsOf(of).match(/\d\d/g)?.join(" ") ?? of) : of;

export const TEXTS = {
  lower: text((of) => of.toLocaleLowerCase("fr")),
  upper: text((of) => of.toLocaleUpperCase("fr")),
  capfirst: text(capital),
  title: text((of) => of.toLocaleLowerCase("fr").replace(/[\p{L}\p{N}’']+/gu, capital)),
  strip: text(stripped),
  slugify: text(slug),
  startswith: text((of, start) => of.startsWith(start)),
  endswith: text((of, end) => of.endsWith(end)),
  removeprefix: text((of, start) => (of.startsWith(start) ? of.slice(start.length) : of)),
  removesuffix: text((of, end) => (end && of.endsWith(end) ? of.slice(0, -end.length) : of)),
  cut: text((of, out) => (out ? of.replaceAll(sought(out), "") : of)),
  replace: text((of, out, into) => (out ? replaced(of, out, into) : of)),
  split: text((of, apart) => (apart ? of.split(sought(apart)) : of.split(/\s+/).filter(Boolean))),
  striptags: text((of) => of.replace(/<[^<>]*>/g, "")),
  wordcount: text((of) => of.split(/\s+/).filter(Boolean).length),
  truncatechars: (of, [most = null]) => shortened(textOf(of), most, ""),
  truncatewords: (of, [most = null]) => shortened(textOf(of), most, " "),
  yesno: (of, [words = null]) => yesno(of, textOf(words)),
  pluralize: (of, [endings = null]) => pluralize(of, textOf(endings)),
  urlencode: text((of) => encodeURIComponent(of.toWellFormed())),
  json_dumps: (of) => JSON.stringify(of),
  phone: text(phone),
  is_french_phone_number: text(isFrenchPhone),
  is_french_mobile_phone_number: text((of) => /^0[67]/.test(digitsOf(of)) && isFrenchPhone(of)),
  /** What is written is escaped where it is written: these change nothing. */
  safe: (of) => of,
  escape: (of) => of,
  force_escape: (of) => of,
  linebreaks: (of) => of,
  linebreaksbr: (of) => of,
} satisfies Filters;
