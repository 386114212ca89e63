import * as z from "zod";
import type { PublikField } from "../../schemas/publik";
import { lineOfHtml } from "../html";
import type { Library } from "../library";
import { identifier, Names } from "../names";
import type { KnownOption } from "./known";

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

function fromSource(source: NonNullable<PublikField["source"]>, library: Library): OptionList {
  const { type, value = "" } = source;
  if (type === "jsonvalue" && /\{[{%]/.test(value)) return { from: "remote", name: value };
  if (type === "jsonvalue") {
    const found = parsedRows(value);
    return found ? { from: "here", options: optionsOf(found) } : { from: "unreadable", name: type };
  }
  if (/^(json|jsonp|geojson|formula|python|csv|wcs:.*)$/.test(type))
    return { from: "remote", name: type };
  if (type.startsWith("carddef:")) return { from: "remote", name: type };
  const [slug = ""] = type.split(":");
  const named = library.sources.get(slug);
  return named && named.source.type !== type
    ? fromSource(named.source, library)
    : { from: "remote", name: type };
}

/** The options of a list, when the export holds them. */
export function optionListOf({ source, lists }: PublikField, library: Library): OptionList {
  if (source) return fromSource(source, library);
  return { from: "here", options: optionsOf((lists.items ?? []).map((text) => ({ text }))) };
}
