import * as z from "zod";
import { question, sentence } from "./common";

/** Texts with a known shape, checked (key included) and written the same way everywhere. */
export const TEXT_FORMATS = [
  "postal-code",
  "siren",
  "siret",
  "rna",
  "plate",
  "iban",
  "nir",
  "nrn-be",
  "caf",
  "tax-number",
  "url",
  "digits",
] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

export const text = z.strictObject({
  ...question,
  type: z.literal("text"),
  maxLength: z.int().positive().max(2000).default(200),
  format: z.enum(TEXT_FORMATS).optional(),
  /** An autofill token of HTML (« family-name », « organization »…). */
  autocomplete: z.string().optional(),
});

export const longText = z.strictObject({
  ...question,
  type: z.literal("long-text"),
  maxLength: z.int().positive().max(10_000).default(2000),
  rows: z.int().min(2).max(20).default(5),
});

export const email = z.strictObject({ ...question, type: z.literal("email") });
export const phone = z.strictObject({ ...question, type: z.literal("phone") });

export const number = z.strictObject({
  ...question,
  type: z.literal("number"),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Written after the number: « m », « personnes ». */
  unit: sentence.optional(),
  decimals: z.int().min(0).max(6).default(0),
});

/** Euros, to the cent. */
export const currency = z.strictObject({
  ...question,
  type: z.literal("currency"),
  min: z.number().multipleOf(0.01).default(0),
  max: z.number().multipleOf(0.01).optional(),
});

/** From 1 to `max`, 1 being `low`. */
export const rating = z.strictObject({
  ...question,
  type: z.literal("rating"),
  max: z.int().min(3).max(10).default(5),
  low: sentence.default("pas du tout satisfait"),
  high: sentence.default("très satisfait"),
});
