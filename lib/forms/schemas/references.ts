import { type Comparison, type Condition, comparisonsOf } from "./conditions";
import type { DateBound, Field, FieldOf, ItemField } from "./fields";

type Problem = { path: (string | number)[]; message: string };
type Step = { id: string; visibleIf?: Condition | undefined; fields: Field[] };
type Known = ReadonlyMap<string, Field>;

/** What a shape alone cannot say: ids used once, conditions that look back at a field they suit, sound bounds. */
export function problemsOf({ steps }: { steps: Step[] }): Problem[] {
  const known = new Map<string, Field>();
  return [
    ...duplicates(steps.map(({ id }) => id)).map((id) =>
      problem(["steps"], `Deux étapes portent l’identifiant « ${id} ».`),
    ),
    ...duplicates(steps.flatMap(({ fields }) => fields.map(({ id }) => id))).map((id) =>
      problem(["steps"], `Deux champs portent l’identifiant « ${id} ».`),
    ),
    ...steps.flatMap((step, i) => {
      const found = problemsOfStep(step, known).map(({ path, message }) =>
        problem(["steps", i, ...path], message),
      );
      for (const field of step.fields) known.set(field.id, field);
      return found;
    }),
  ];
}

const problem = (path: Problem["path"], message: string): Problem => ({ path, message });

const duplicates = (ids: string[]) => [...new Set(ids.filter((id, i) => ids.indexOf(id) < i))];

const problemsOfStep = (step: Step, earlier: Known): Problem[] => [
  ...conditionProblems(step.visibleIf, earlier).map((m) => problem(["visibleIf"], m)),
  ...step.fields.flatMap((field, i) => [
    ...conditionProblems(field.visibleIf, earlier).map((m) =>
      problem(["fields", i, "visibleIf"], m),
    ),
    ...fieldProblems(field, step.fields.slice(0, i)).map((m) => problem(["fields", i], m)),
  ]),
];

const conditionProblems = (condition: Condition | undefined, earlier: Known) =>
  (condition ? comparisonsOf(condition) : []).flatMap((c) => comparisonProblems(c, earlier));

function comparisonProblems(comparison: Comparison, earlier: Known): string[] {
  const field = earlier.get(comparison.field);
  if (!field) return [`La condition regarde « ${comparison.field} », absent des étapes d’avant.`];
  switch (comparison.op) {
    case "answered":
      return [];
    case "equals":
      return suits(field, comparison.value) ? [] : [unsuited(field, comparison.value)];
    case "oneOf":
      return comparison.values.filter((v) => !suits(field, v)).map((v) => unsuited(field, v));
    case "greater":
    case "less": {
      const type = typeof comparison.value === "number" ? "number" : "date";
      return field.type === type ? [] : [unsuited(field, comparison.value)];
    }
  }
}

const unsuited = ({ id }: Field, value: unknown) =>
  `« ${id} » ne peut pas avoir la réponse « ${value} » : la condition ne serait jamais vraie.`;

function suits(field: Field, value: string | number | boolean): boolean {
  switch (field.type) {
    case "choice":
    case "choices":
      return optionValues(field).includes(String(value));
    case "yes-no":
    case "consent":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "text":
    case "long-text":
    case "email":
    case "phone":
    case "date":
    case "commune":
      return typeof value === "string";
    case "address":
    case "file":
    case "explanation":
    case "identity":
    case "repeat":
      return false;
  }
}

const optionValues = ({ options, other }: FieldOf<"choice"> | FieldOf<"choices">) => [
  ...options.map(({ value }) => value),
  ...(other ? ["other"] : []),
];

/** `before`: the fields above it in the same step. */
function fieldProblems(field: Field | ItemField, before: readonly (Field | ItemField)[]): string[] {
  switch (field.type) {
    case "choice":
    case "choices":
      return duplicates(optionValues(field)).map(
        (value) => `« ${field.id} » propose deux fois la réponse « ${value} ».`,
      );
    case "number":
      return (field.min ?? Number.NEGATIVE_INFINITY) > (field.max ?? Number.POSITIVE_INFINITY)
        ? [`Le minimum de « ${field.id} » dépasse son maximum.`]
        : [];
    case "date":
      return [field.min, field.max].flatMap((bound) => boundProblems(field.id, bound, before));
    case "identity":
      return field.optionalParts.length > 0 &&
        !field.parts.some((p) => !field.optionalParts.includes(p))
        ? [`« ${field.id} » ne demande rien qui doive être rempli.`]
        : [];
    case "repeat":
      return repeatProblems(field);
    default:
      return [];
  }
}

const boundProblems = (
  id: string,
  bound: DateBound | undefined,
  before: readonly (Field | ItemField)[],
) =>
  bound && "field" in bound && !before.some((f) => f.id === bound.field && f.type === "date")
    ? [`La borne de « ${id} » regarde « ${bound.field} », qui n’est pas une date placée avant.`]
    : [];

/** A child fills lines of text, and a date with its birth. */
const childProblems = ({ id, child, fields }: FieldOf<"repeat">) =>
  Object.entries(child ?? {}).flatMap(([part, fieldId]) => {
    const type = part === "birthdate" ? "date" : "text";
    return fields.some((field) => field.id === fieldId && field.type === type)
      ? []
      : [`« ${id} » remplit « ${fieldId} » avec un enfant du foyer, sans un champ de ce type.`];
  });

const repeatProblems = ({ id, min, max, fields, ...field }: FieldOf<"repeat">) => [
  ...childProblems({ id, min, max, fields, ...field }),
  ...(min > max ? [`Le minimum de « ${id} » dépasse son maximum.`] : []),
  ...duplicates(fields.map((f) => f.id)).map(
    (inner) => `Deux champs de « ${id} » portent l’identifiant « ${inner} ».`,
  ),
  ...fields.flatMap((field, i) => [
    ...fieldProblems(field, fields.slice(0, i)),
    ...(field.visibleIf ? [`« ${field.id} » ne peut pas avoir de condition dans « ${id} ».`] : []),
  ]),
];
