import type { FormDefinition } from "../schemas";
import type { ListRow } from "../schemas/lists";
import type { AnyField } from "./kinds";

/** These rows, and those of before that are gone: closed, so that old answers are still read. */
export function withClosed(before: readonly ListRow[], now: readonly ListRow[]): ListRow[] {
  const values = new Set(now.map(({ value }) => value));
  const gone = before.filter(({ value }) => !values.has(value));
  return [...now, ...gone.map((row) => ({ ...row, isClosed: true as const }))];
}

type Rows = ReadonlyMap<string, readonly ListRow[]>;

const listOf = (field: AnyField) => ("list" in field ? field.list : undefined);

/** The lists that a form reads, by key. */
export const listKeys = ({ steps }: Pick<FormDefinition, "steps">): string[] => [
  ...new Set(
    steps
      .flatMap(({ fields }) => fields)
      .flatMap((field) => (field.type === "repeat" ? field.fields : [field]))
      .flatMap((field) => listOf(field) ?? []),
  ),
];

const optionOf = ({ value, label, hint, parent, isClosed }: ListRow) => ({
  value,
  label,
  ...(hint ? { hint } : {}),
  ...(parent ? { parent } : {}),
  ...(isClosed ? { isClosed } : {}),
});

function filled<F extends AnyField>(field: F, rows: Rows): F {
  if (field.type === "repeat")
    return { ...field, fields: field.fields.map((inner) => filled(inner, rows)) };
  const key = listOf(field);
  const found = key === undefined ? undefined : rows.get(key);
  return found ? { ...field, options: found.map(optionOf) } : field;
}

/** The form with what its lists hold now among its options. */
export const withLists = (definition: FormDefinition, rows: Rows): FormDefinition => ({
  ...definition,
  steps: definition.steps.map((step) => ({
    ...step,
    fields: step.fields.map((field) => filled(field, rows)),
  })),
});
