import * as z from "zod";
import { question, sentence } from "./common";
import { slug } from "./conditions";

export const yesNo = z.strictObject({ ...question, type: z.literal("yes-no") });

/** What is kept of an option. Lists bring values of their own making. */
const optionValue = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u, "Écrivez une valeur d’une seule ligne.");

export const option = z.strictObject({
  value: optionValue,
  label: sentence,
  hint: sentence.optional(),
  /** No longer offered; still read in what was answered. */
  isClosed: z.literal(true).optional(),
});

/** Written in the form, or in a list of the organisation, by its key: what it holds comes in when the form is read. */
const offered = { options: z.array(option).default([]), list: slug.optional() };

/** « Autre », with a text to say what. Its value is `other`. */
const other = z.strictObject({
  label: sentence.default("Autre"),
  textLabel: sentence.default("Précisez"),
});

export const choice = z.strictObject({
  ...question,
  type: z.literal("choice"),
  ...offered,
  other: other.optional(),
});

export const choices = z.strictObject({
  ...question,
  type: z.literal("choices"),
  ...offered,
  other: other.optional(),
  min: z.int().positive().optional(),
  max: z.int().positive().optional(),
});

/** One list after the other, each cut by the choice before: department, commune, street. */
export const linkedChoice = z.strictObject({
  ...question,
  type: z.literal("linked-choice"),
  /** What each list is called. */
  levels: z.array(sentence).min(2).max(4),
  /** Those of the first list have no parent. */
  options: z.array(option.extend({ parent: optionValue.optional() })).default([]),
  list: slug.optional(),
});

/** All of them in order, the preferred first; or the `top` first only. */
export const ranking = z.strictObject({
  ...question,
  type: z.literal("ranking"),
  options: z.array(option).min(2).max(12),
  top: z.int().positive().optional(),
});

const entry = z.strictObject({ value: slug, label: sentence });

/** The same choice asked of several things. */
export const matrix = z.strictObject({
  ...question,
  type: z.literal("matrix"),
  rows: z.array(entry).min(1).max(30),
  columns: z.array(entry).min(2).max(10),
  /** Several answers on a row. */
  several: z.boolean().default(false),
});

/** `label` is what the person agrees to, in full: « J’accepte que… ». */
export const consent = z.strictObject({ ...question, type: z.literal("consent") });
