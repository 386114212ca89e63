import { isRealDay } from "./days";
import { clockOf, formatMoment } from "./moments";
import { isChoice, isDay, isList, isMoment, textOf, type Value } from "./values";

/**
 * Where a template is written. `text`, `html` and `header` (of a mail) are for people: « 1,5 », « 01/03/2027 », « oui ».
 * `url` and `data` are for machines: `1.5`, `2027-03-01`, `True`.
 */
export const CONTEXTS = ["text", "html", "header", "url", "data"] as const;
export type Context = (typeof CONTEXTS)[number];

function saidText(text: string): string {
  if (isDay(text) && isRealDay(text)) return formatMoment(text, "d/m/Y");
  if (!isMoment(text) || !clockOf(text)) return text;
  return formatMoment(text, "d/m/Y \\à H\\hi");
}

/** As people read it. A record without a label is nothing. */
export function saidOf(value: Value): string {
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return String(value).replace(".", ",");
  if (typeof value === "string") return saidText(value);
  if (isList(value)) return value.map(saidOf).join(", ");
  return isChoice(value) ? saidText(value.label) : textOf(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");

/** On one line, without a control character: nobody adds a header to a mail. */
export const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

/** At the very start of an address, a whole one may stand; anywhere else, one part of it. */
function inUrl(text: string, isFirst: boolean) {
  const isBase = isFirst && /^https?:\/\/[^\s"'<>\\^`{|}]+$/i.test(text);
  return isBase ? text : encodeURIComponent(text.toWellFormed());
}

/** Escaped for where it goes; `isFirst`: nothing is written yet. */
export function escapeFor(context: Context, text: string, isFirst: boolean): string {
  if (context === "html") return escapeHtml(text);
  return context === "url" ? inUrl(text, isFirst) : text;
}
