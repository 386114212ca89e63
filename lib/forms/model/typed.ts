import type { FieldOf } from "../schemas/fields";
import { type AnyField, kindOf } from "./kinds";
import { one, own, type Typed } from "./posted";

export { many, one, type Typed } from "./posted";

const MAX_VALUE = 20_000;
const MAX_VALUES = 60;

/** What PostgreSQL's JSON can hold: no NUL, no half character; line ends as one character. */
const clean = (value: string) =>
  value.slice(0, MAX_VALUE).replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed();

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
export const controlNames = (field: AnyField, typed: Typed, name = field.id): string[] =>
  field.type === "repeat"
    ? [
        name,
        ...Array.from({ length: countOf(field, typed) }, (_, i) =>
          field.fields.flatMap((f) => controlNames(f, typed, `${name}.${i}.${f.id}`)),
        ).flat(),
      ]
    : kindOf(field).controls(field, name);

/** The controls that may have several values; any item of a block is written as its first. */
const listNames = (field: AnyField, name = field.id): string[] =>
  field.type === "repeat"
    ? field.fields.flatMap((inner) => listNames(inner, `${name}.0.${inner.id}`))
    : (kindOf(field).lists?.(field, name) ?? []);

/** `enfants.3.jours` is a list when `enfants.0.jours` is. */
const asFirst = (name: string) => name.replace(/^([^.]+)\.\d+\./, "$1.0.");

type Fields = { fields: readonly AnyField[] };

/** What these posted values say about this step, and nothing else they may carry. */
export function typedOf({ fields }: Fields, posted: Iterable<[string, unknown]>): Typed {
  const lists = new Set(fields.flatMap((field) => listNames(field)));
  const all: Typed = {};
  for (const [name, value] of posted) {
    if (!/^[a-z]/.test(name)) continue;
    const values = (Array.isArray(value) ? value : [value]).filter((v) => typeof v === "string");
    const before = Object.hasOwn(all, name) ? [all[name] ?? []].flat() : [];
    const [first, ...others] = [...before, ...values.map(clean)].slice(0, MAX_VALUES);
    if (first === undefined) continue;
    all[name] = lists.has(asFirst(name)) ? [first, ...others] : first;
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
