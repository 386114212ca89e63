import { lineOfHtml } from "../html";
import { lose } from "../losses";
import { identifier, Names } from "../names";
import { optionListOf } from "./options";
import { type At, question, type Translated, withoutEquivalent } from "./question";

const clock = (name: "min" | "max", text: string | undefined) =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(text ?? "") ? { [name]: text } : {};

export const times =
  (type: "time" | "time-range") =>
  (at: At): Translated => {
    const { min_time, max_time } = at.field.settings;
    return {
      bare: { ...question(at), type, ...clock("min", min_time), ...clock("max", max_time) },
    };
  };

export function ranking(at: At): Translated {
  const list = optionListOf(at);
  const options = list.from === "here" ? list.options : [];
  if (options.length < 2 || options.length > 12) return withoutEquivalent(at);
  return {
    bare: {
      ...question(at),
      type: "ranking",
      options: options.map(({ value, label }) => ({ value, label })),
    },
    options,
  };
}

/** As many lines as the person needs, a column each. */
export function tableRows(at: At): Translated {
  const columns = at.field.lists.columns ?? [];
  if (columns.length === 0) return withoutEquivalent(at);
  const names = new Names();
  const { label, required } = question(at);
  const fields = columns.map((column) => ({
    id: names.take(identifier(column, "colonne")),
    type: "text" as const,
    label: lineOfHtml(column) || "Colonne",
    required: false,
  }));
  const min = required ? 1 : 0;
  return {
    bare: {
      type: "repeat",
      label,
      itemLabel: "Ligne",
      addLabel: "Ajouter une ligne",
      look: "table",
      min,
      fields,
    },
  };
}

/** The same choice for each row. */
export function tableSelect(at: At): Translated {
  const { rows = [], columns = [], items = [] } = at.field.lists;
  const isGrid = rows.length > 0 && columns.length === 1 && items.length > 1 && items.length <= 10;
  if (!isGrid || rows.length > 30) return withoutEquivalent(at);
  const entries = (texts: readonly string[]) => {
    const names = new Names();
    return texts.map((text) => ({
      value: names.take(identifier(text, "ligne")),
      label: lineOfHtml(text),
    }));
  };
  return {
    bare: { ...question(at), type: "matrix", rows: entries(rows), columns: entries(items) },
  };
}

/** A point is an address here, which carries its place when it is chosen from the suggestions. */
export function map(at: At): Translated {
  lose(at.ledger, {
    where: at.where,
    what: "carte",
    why: "Le point placé sur une carte devient une adresse.",
    todo: "Relisez la question\u00a0: elle ne parle plus d’une carte.",
  });
  return { bare: { ...question(at), type: "address" } };
}
