import type { Field, FieldOf, ItemField } from "../schemas/fields";

/** What a person typed so far, as the browser posts it: flat dotted names, several values for a multiple choice. */
export type Typed = Record<string, string | string[]>;

export const ADDRESS_PARTS = ["street", "complement", "postalCode", "commune"] as const;
/** Filled by a suggestion, never by hand. */
export const ADDRESS_HIDDEN = ["insee", "latitude", "longitude"] as const;

const MAX_VALUE = 20_000;
const MAX_VALUES = 60;

/** What PostgreSQL's JSON can hold: no NUL, no half character; line ends as one character. */
const clean = (value: string) =>
  value.slice(0, MAX_VALUE).replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed();

const own = (typed: Typed, name: string) => (Object.hasOwn(typed, name) ? typed[name] : undefined);

/** The value of a control, trimmed; undefined when blank. */
export function one(typed: Typed, name: string): string | undefined {
  const value = own(typed, name);
  const text = (Array.isArray(value) ? value[0] : value)?.trim();
  return text === "" ? undefined : text;
}

/** All the values of a control. */
export function many(typed: Typed, name: string): string[] {
  const value = own(typed, name);
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(Boolean);
}

/** How many items of a repeatable block are on screen, within its bounds. */
export function countOf({ id, min, max }: FieldOf<"repeat">, typed: Typed) {
  const indexes = Object.keys(typed)
    .filter((name) => name.startsWith(`${id}.`))
    .map((name) => Number.parseInt(name.slice(id.length + 1), 10) + 1)
    .filter((index) => index > 0);
  const said = Number.parseInt(one(typed, id) ?? "", 10);
  const count = Number.isInteger(said) ? said : Math.max(0, ...indexes);
  return Math.min(Math.max(count, min), max);
}

/** The names of a field's controls, as posted. */
export function controlNames(field: Field | ItemField, typed: Typed, name = field.id): string[] {
  switch (field.type) {
    case "explanation":
      return [];
    case "choice":
    case "choices":
      return field.other ? [name, `${name}.other`] : [name];
    case "address":
      return [...ADDRESS_PARTS, ...ADDRESS_HIDDEN].map((part) => `${name}.${part}`);
    case "identity":
      return field.parts.map((part) => `${name}.${part}`);
    case "repeat":
      return [
        name,
        ...Array.from({ length: countOf(field, typed) }, (_, i) =>
          field.fields.flatMap((f) => controlNames(f, typed, `${name}.${i}.${f.id}`)),
        ).flat(),
      ];
    default:
      return [name];
  }
}

const isList = (field: Field | ItemField) => field.type === "choices" || field.type === "file";

function listNames(fields: readonly (Field | ItemField)[]): RegExp[] {
  return fields.flatMap((field) =>
    field.type === "repeat"
      ? field.fields.filter(isList).map(({ id }) => new RegExp(`^${field.id}\\.\\d+\\.${id}$`))
      : isList(field)
        ? [new RegExp(`^${field.id}$`)]
        : [],
  );
}

type Fields = { fields: readonly (Field | ItemField)[] };

/** What these posted values say about this step, and nothing else they may carry. */
export function typedOf({ fields }: Fields, posted: Iterable<[string, unknown]>): Typed {
  const lists = listNames(fields);
  const all: Typed = {};
  for (const [name, value] of posted) {
    if (!/^[a-z]/.test(name)) continue;
    const values = (Array.isArray(value) ? value : [value]).filter((v) => typeof v === "string");
    const before = Object.hasOwn(all, name) ? [all[name] ?? []].flat() : [];
    const [first, ...others] = [...before, ...values.map(clean)].slice(0, MAX_VALUES);
    if (first === undefined) continue;
    all[name] = lists.some((list) => list.test(name)) ? [first, ...others] : first;
  }
  const names = fields.flatMap((field) => controlNames(field, all));
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = own(all, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The draft once this step is saved: what the step said before is replaced as a whole. */
export function withStep(typed: Typed, { fields }: Fields, step: Typed): Typed {
  const ids = fields.map(({ id }) => id);
  const others = Object.entries(typed).filter(([name]) => !ids.includes(name.split(".")[0] ?? ""));
  return { ...Object.fromEntries(others), ...step };
}

/** One more item in a repeatable block, if it may have one. */
export const addItem = (field: FieldOf<"repeat">, typed: Typed): Typed => ({
  ...typed,
  [field.id]: String(Math.min(countOf(field, typed) + 1, field.max)),
});

/** Without the item at `index` (from 0); those after it move up. */
export function removeItem(field: FieldOf<"repeat">, typed: Typed, index: number): Typed {
  const count = countOf(field, typed);
  if (index < 0 || index >= count || count <= field.min) return typed;
  const kept = Object.entries(typed).flatMap(([name, value]) => {
    const [id, item, ...rest] = name.split(".");
    if (id !== field.id || item === undefined) return [[name, value] as const];
    if (Number(item) === index) return [];
    const moved = Number(item) > index ? Number(item) - 1 : item;
    return [[[id, moved, ...rest].join("."), value] as const];
  });
  return { ...Object.fromEntries(kept), [field.id]: String(count - 1) };
}
