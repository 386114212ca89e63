import * as z from "zod";
import { question, sentence } from "./common";
import { slug } from "./conditions";

export const yesNo = z.strictObject({ ...question, type: z.literal("yes-no") });

export const option = z.strictObject({ value: slug, label: sentence, hint: sentence.optional() });

/** « Autre », with a text to say what. Its value is `other`. */
const other = z.strictObject({
  label: sentence.default("Autre"),
  textLabel: sentence.default("Précisez"),
});

export const choice = z.strictObject({
  ...question,
  type: z.literal("choice"),
  options: z.array(option).min(2),
  other: other.optional(),
});

export const choices = z.strictObject({
  ...question,
  type: z.literal("choices"),
  options: z.array(option).min(1),
  other: other.optional(),
  min: z.int().positive().optional(),
  max: z.int().positive().optional(),
});

/** `label` is what the person agrees to, in full: « J’accepte que… ». */
export const consent = z.strictObject({ ...question, type: z.literal("consent") });
