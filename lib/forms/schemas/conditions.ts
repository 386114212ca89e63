import * as z from "zod";

/** Names fields, steps and options: what conditions, answers and control names are made of. */
export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, "Écrivez un identifiant en minuscules, chiffres et tirets.");

/** Against a choice, its option; a commune, its INSEE code; a date, ISO 8601; yes/no, a boolean. */
const value = z.union([z.string(), z.number(), z.boolean()]);

/** When a step or a field is shown. Only answers of earlier steps count: see `formDefinition`. */
export const condition = z.discriminatedUnion("op", [
  /** For a multiple choice: this option is among those chosen. */
  z.strictObject({ op: z.literal("equals"), field: slug, value }),
  z.strictObject({ op: z.literal("oneOf"), field: slug, values: z.array(value).min(1) }),
  z.strictObject({ op: z.literal("answered"), field: slug }),
  /** Strictly greater or less, for a number or a date (later, earlier). */
  z.strictObject({
    op: z.enum(["greater", "less"]),
    field: slug,
    value: z.union([z.number(), z.iso.date()]),
  }),
  z.strictObject({
    op: z.literal("not"),
    get condition() {
      return condition;
    },
  }),
  z.strictObject({
    op: z.enum(["all", "any"]),
    get conditions() {
      return z.array(condition).min(1);
    },
  }),
]);

export type Condition = z.infer<typeof condition>;

/** A comparison with one field: what a condition is made of once its logic is taken apart. */
export type Comparison = Extract<Condition, { field: string }>;

export function comparisonsOf(condition: Condition): Comparison[] {
  switch (condition.op) {
    case "not":
      return comparisonsOf(condition.condition);
    case "all":
    case "any":
      return condition.conditions.flatMap(comparisonsOf);
    case "equals":
    case "oneOf":
    case "answered":
    case "greater":
    case "less":
      return [condition];
  }
}
