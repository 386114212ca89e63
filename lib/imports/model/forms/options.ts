import * as z from "zod";
import type { PublikField } from "../../schemas/publik";
import { lineOfHtml } from "../html";
import type { Library } from "../library";
import { openLedger } from "../losses";
import { identifier, Names } from "../names";
import type { KnownOption, Scope } from "./known";
import { saidOnce } from "./phrases";

const row = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  text: z.union([z.string(), z.number()]).transform(String),
  disabled: z.boolean().optional(),
});
const rows = z.array(z.union([row, z.string().transform((text) => ({ id: text, text }))]));

/** Where a list of choices comes from. `remote`: another server, or cards, holds it. */
export type OptionList =
  | { from: "here"; options: readonly KnownOption[] }
  | { from: "remote"; name: string }
  | { from: "unreadable"; name: string };

type Row = { id?: string | undefined; text: string; disabled?: boolean | undefined };

function optionsOf(list: readonly Row[]): KnownOption[] {
  const names = new Names(["other"]);
  return list
    .filter(({ text, disabled }) => text.trim() !== "" && !disabled)
    .map(({ id, text }) => ({
      raw: id ?? text,
      label: text.trim(),
      value: names.take(identifier(lineOfHtml(text), "choix")),
    }));
}

function parsedRows(value: string): Row[] | undefined {
  try {
    const parsed = rows.safeParse(JSON.parse(value));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

type Source = NonNullable<PublikField["source"]>;

/** A list that is written in the export; one that is computed is tried with the form's own settings. */
function writtenHere(value: string, scope: Scope): OptionList {
  const isComputed = /\{[{%]/.test(value);
  const text = isComputed ? saidOnce(value, scope, openLedger(""), "") : value;
  const found = parsedRows(text);
  if (found && found.length > 0) return { from: "here", options: optionsOf(found) };
  return { from: isComputed ? "remote" : "unreadable", name: value.slice(0, 200) };
}

function fromSource(
  { type, value = "" }: Source,
  sources: Library["sources"],
  scope: Scope,
): OptionList {
  if (type === "jsonvalue") return writtenHere(value, scope);
  if (/^(json|jsonp|geojson|formula|python|csv|carddef:.*|wcs:.*)$/.test(type))
    return { from: "remote", name: type };
  const [slug = ""] = type.split(":");
  const named = sources.get(slug);
  // A source that names another one is not followed further: they could name each other.
  return named ? fromSource(named.source, new Map(), scope) : { from: "remote", name: type };
}

type Asked = { field: PublikField; library: Library; scope: Scope };

/** The options of a list, when the export holds them. */
export function optionListOf({ field: { source, lists }, library, scope }: Asked): OptionList {
  if (source) return fromSource(source, library.sources, scope);
  return { from: "here", options: optionsOf((lists.items ?? []).map((text) => ({ text }))) };
}
