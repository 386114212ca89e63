import { attributeProblems } from "./attribute-problems";
import type { Condition } from "./conditions";
import { conditionProblems, expressionProblems, pageProblems } from "./expression-problems";
import type { DateBound, Field, FieldOf, ItemField } from "./fields";

type Problem = { path: (string | number)[]; message: string };
type Step = {
  id: string;
  visibleIf?: Condition | undefined;
  postConditions?: { test: Condition }[] | undefined;
  exit?: { when: Condition } | undefined;
  fields: Field[];
};

/** What a shape alone cannot say: ids used once, conditions that look back at a field they suit, sound bounds. */
export function problemsOf({ steps }: { steps: Step[] }): Problem[] {
  const known: Field[] = [];
  return [
    ...duplicates(steps.map(({ id }) => id)).map((id) =>
      problem(["steps"], `Deux étapes portent l’identifiant «\u00a0${id}\u00a0».`),
    ),
    ...duplicates(steps.flatMap(({ fields }) => fields.map(({ id }) => id))).map((id) =>
      problem(["steps"], `Deux champs portent l’identifiant «\u00a0${id}\u00a0».`),
    ),
    ...steps.flatMap((step, i) => {
      const found = problemsOfStep(step, known).map(({ path, message }) =>
        problem(["steps", i, ...path], message),
      );
      known.push(...step.fields);
      return found;
    }),
  ];
}

const problem = (path: Problem["path"], message: string): Problem => ({ path, message });

const duplicates = (ids: string[]) => [...new Set(ids.filter((id, i) => ids.indexOf(id) < i))];

const problemsOfStep = (step: Step, earlier: readonly Field[]): Problem[] => [
  ...conditionProblems(step.visibleIf, earlier).map((m) => problem(["visibleIf"], m)),
  ...pageProblems(step, earlier).map((m) => problem([], m)),
  ...step.fields.flatMap((field, i) => [
    ...conditionProblems(field.visibleIf, earlier).map((m) =>
      problem(["fields", i, "visibleIf"], m),
    ),
    ...[
      ...attributeProblems(field),
      ...expressionProblems(field, earlier, step.fields.slice(0, i)),
      ...fieldProblems(field, step.fields.slice(0, i)),
    ].map((m) => problem(["fields", i], m)),
  ]),
];

const optionValues = ({ options, other }: FieldOf<"choice"> | FieldOf<"choices">) => [
  ...options.map(({ value }) => value),
  ...(other ? ["other"] : []),
];

/** `before`: the fields above it in the same step. */
function fieldProblems(field: Field | ItemField, before: readonly (Field | ItemField)[]): string[] {
  switch (field.type) {
    case "choice":
    case "choices":
      return [
        ...repeatedValues(
          field.id,
          optionValues(field).map((value) => ({ value })),
        ),
        ...tooFew(field),
        ...(field.type === "choices" ? reversed(field) : []),
      ];
    case "linked-choice":
      return linkProblems(field);
    case "ranking":
      return [
        ...repeatedValues(field.id, field.options),
        ...((field.top ?? 0) > field.options.length
          ? [`«\u00a0${field.id}\u00a0» donne des places à plus de réponses qu’il n’en propose.`]
          : []),
      ];
    case "matrix":
      return [...repeatedValues(field.id, field.rows), ...repeatedValues(field.id, field.columns)];
    case "number":
    case "currency":
    case "time":
    case "time-range":
      return reversed(field);
    case "date":
    case "date-time":
    case "partial-date":
      return [field.min, field.max].flatMap((bound) => boundProblems(field.id, bound, before));
    case "identity":
      return field.optionalParts.length > 0 &&
        !field.parts.some((p) => !field.optionalParts.includes(p))
        ? [`«\u00a0${field.id}\u00a0» ne demande rien qui doive être rempli.`]
        : [];
    case "repeat":
      return repeatProblems(field);
    default:
      return [];
  }
}

type Bounds = { id: string; min?: number | string | undefined; max?: number | string | undefined };

const repeatedValues = (id: string, options: readonly { value: string }[]) =>
  duplicates(options.map(({ value }) => value)).map(
    (value) => `«\u00a0${id}\u00a0» propose deux fois la réponse «\u00a0${value}\u00a0».`,
  );

/** Every option hangs under one that exists. */
function linkProblems({ id, options }: FieldOf<"linked-choice">) {
  const known = new Set(options.map(({ value }) => value));
  return [
    ...repeatedValues(id, options),
    ...options
      .filter(({ parent }) => parent !== undefined && !known.has(parent))
      .map(
        ({ label }) =>
          `«\u00a0${label}\u00a0» dépend d’une réponse absente de «\u00a0${id}\u00a0».`,
      ),
  ];
}

/** A list brings its own. */
const tooFew = ({ id, type, options, list }: FieldOf<"choice"> | FieldOf<"choices">) =>
  list === undefined && options.length < (type === "choice" ? 2 : 1)
    ? [`«\u00a0${id}\u00a0» ne propose pas assez de réponses.`]
    : [];

const reversed = ({ id, min, max }: Bounds) =>
  min !== undefined && max !== undefined && min > max
    ? [`Le minimum de «\u00a0${id}\u00a0» dépasse son maximum.`]
    : [];

const boundProblems = (
  id: string,
  bound: DateBound | undefined,
  before: readonly (Field | ItemField)[],
) =>
  bound && "field" in bound && !before.some((f) => f.id === bound.field && f.type === "date")
    ? [
        `La borne de «\u00a0${id}\u00a0» regarde «\u00a0${bound.field}\u00a0», qui n’est pas une date placée avant.`,
      ]
    : [];

/** A child fills lines of text, and a date with its birth. */
const childProblems = ({ id, child, fields }: FieldOf<"repeat">) =>
  Object.entries(child ?? {}).flatMap(([part, fieldId]) => {
    const type = part === "birthdate" ? "date" : "text";
    return fields.some((field) => field.id === fieldId && field.type === type)
      ? []
      : [
          `«\u00a0${id}\u00a0» remplit «\u00a0${fieldId}\u00a0» avec un enfant du foyer, sans un champ de ce type.`,
        ];
  });

const repeatProblems = ({ id, min, max, fields, ...field }: FieldOf<"repeat">) => [
  ...childProblems({ id, min, max, fields, ...field }),
  ...reversed({ id, min, max }),
  ...duplicates(fields.map((f) => f.id)).map(
    (inner) => `Deux champs de «\u00a0${id}\u00a0» portent l’identifiant «\u00a0${inner}\u00a0».`,
  ),
  ...fields.flatMap((field, i) => [
    ...attributeProblems(field),
    ...fieldProblems(field, fields.slice(0, i)),
    ...(field.visibleIf
      ? [`«\u00a0${field.id}\u00a0» ne peut pas avoir de condition dans «\u00a0${id}\u00a0».`]
      : []),
  ]),
];
