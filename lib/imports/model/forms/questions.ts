import { prefillOf } from "./attributes";
import { choices, date, heading, line, numeric, paragraphs, shown, simple } from "./kinds-asked";
import { map, ranking, tableRows, tableSelect, times } from "./kinds-more";
import { type At, type BareField, type Translated, withoutEquivalent } from "./question";

const TRANSLATORS: Readonly<Record<string, (at: At) => Translated>> = {
  string: line,
  text: paragraphs,
  email: simple("email"),
  bool: simple("consent"),
  file: simple("file"),
  numeric,
  date,
  item: choices,
  items: choices,
  "ranked-items": ranking,
  tablerows: tableRows,
  "table-select": tableSelect,
  map,
  time: times("time"),
  "time-range": times("time-range"),
  title: heading("title"),
  subtitle: heading("subtitle"),
  comment: shown,
};

/** A field of Publik as one of ours, with what it begins with. */
export function translateQuestion(at: At): Translated {
  const { bare, options } = (TRANSLATORS[at.field.type] ?? withoutEquivalent)(at);
  const prefill = "required" in bare ? prefillOf(at, bare.type, options) : undefined;
  return {
    bare: prefill ? ({ ...bare, prefill } as BareField) : bare,
    ...(options ? { options } : {}),
  };
}
