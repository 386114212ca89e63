import * as z from "zod";
import { type Expression, expression } from "@/lib/expressions/schemas";

/** Names fields, steps and options: what conditions, answers and control names are made of. */
export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, "Écrivez un identifiant en minuscules, chiffres et tirets.");

/** When a step or a field is shown. Only answers of earlier steps count: see `formDefinition`. */
export const condition = expression;
export type Condition = Expression;
