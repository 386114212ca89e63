import * as z from "zod";
import { DEFAULT_ACCEPT, DEFAULT_MAX_BYTES, FILE_TYPES } from "@/lib/files/model";
import { condition, slug } from "./conditions";

const sentence = z.string().trim().min(1);

const common = {
  id: slug,
  label: sentence,
  hint: sentence.optional(),
  visibleIf: condition.optional(),
};

/** `errors` replaces our sentences: `missing` when nothing is answered, `wrong` when it cannot be used. */
const question = {
  ...common,
  required: z.boolean().default(true),
  errors: z.strictObject({ missing: sentence.optional(), wrong: sentence.optional() }).default({}),
};

/** Texts with a known shape, checked and written the same way everywhere. */
export const TEXT_FORMATS = ["postal-code", "siren", "siret", "plate", "digits"] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

const text = z.strictObject({
  ...question,
  type: z.literal("text"),
  maxLength: z.int().positive().max(2000).default(200),
  format: z.enum(TEXT_FORMATS).optional(),
  /** An autofill token of HTML (« family-name », « organization »…). */
  autocomplete: z.string().optional(),
});

const longText = z.strictObject({
  ...question,
  type: z.literal("long-text"),
  maxLength: z.int().positive().max(10_000).default(2000),
  rows: z.int().min(2).max(20).default(5),
});

const email = z.strictObject({ ...question, type: z.literal("email") });
const phone = z.strictObject({ ...question, type: z.literal("phone") });

const number = z.strictObject({
  ...question,
  type: z.literal("number"),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Written after the number: « m », « € », « personnes ». */
  unit: sentence.optional(),
  decimals: z.int().min(0).max(6).default(0),
});

/** A day itself; so many days or years from today; so many days from an earlier date of the same step. */
export const dateBound = z.union([
  z.strictObject({ date: z.iso.date() }),
  z.strictObject({ days: z.int() }),
  z.strictObject({ years: z.int() }),
  z.strictObject({ field: slug, days: z.int().default(0) }),
]);

const date = z.strictObject({
  ...question,
  type: z.literal("date"),
  min: dateBound.optional(),
  max: dateBound.optional(),
});

const yesNo = z.strictObject({ ...question, type: z.literal("yes-no") });

export const option = z.strictObject({ value: slug, label: sentence, hint: sentence.optional() });

/** « Autre », with a text to say what. Its value is `other`. */
const other = z.strictObject({
  label: sentence.default("Autre"),
  textLabel: sentence.default("Précisez"),
});

const choice = z.strictObject({
  ...question,
  type: z.literal("choice"),
  options: z.array(option).min(2),
  other: other.optional(),
});

const choices = z.strictObject({
  ...question,
  type: z.literal("choices"),
  options: z.array(option).min(1),
  other: other.optional(),
  max: z.int().positive().optional(),
});

/** `metropole`: one of its 58 communes, from a list. `anywhere`: its name, as the person writes it. */
const commune = z.strictObject({
  ...question,
  type: z.literal("commune"),
  within: z.enum(["metropole", "anywhere"]).default("metropole"),
});

const address = z.strictObject({ ...question, type: z.literal("address") });

const file = z.strictObject({
  ...question,
  type: z.literal("file"),
  accept: z
    .array(z.enum(FILE_TYPES))
    .min(1)
    .default([...DEFAULT_ACCEPT]),
  /** Of each file. */
  maxBytes: z
    .int()
    .positive()
    .max(5 * DEFAULT_MAX_BYTES)
    .default(DEFAULT_MAX_BYTES),
  maxCount: z.int().positive().max(20).default(1),
});

/** `label` is what the person agrees to, in full: « J’accepte que… ». */
const consent = z.strictObject({ ...question, type: z.literal("consent") });

/** Text between the questions; paragraphs are parted by an empty line. */
const explanation = z.strictObject({
  id: slug,
  type: z.literal("explanation"),
  title: sentence.optional(),
  text: sentence,
  tone: z.enum(["plain", "info", "warning"]).default("plain"),
  visibleIf: condition.optional(),
});

export const IDENTITY_PARTS = [
  "familyName",
  "givenName",
  "birthdate",
  "birthplace",
  "email",
  "phone",
] as const;
export type IdentityPart = (typeof IDENTITY_PARTS)[number];

const parts = z.array(z.enum(IDENTITY_PARTS));

/** Who asks, taken from the account when there is one. */
const identity = z.strictObject({
  ...common,
  type: z.literal("identity"),
  label: sentence.default("Votre identité"),
  parts: parts.min(1).default(["familyName", "givenName", "email", "phone"]),
  optionalParts: parts.default(["phone"]),
});

const simple = [
  text,
  longText,
  email,
  phone,
  number,
  date,
  yesNo,
  choice,
  choices,
  commune,
  address,
  file,
  consent,
  explanation,
] as const;

export const itemField = z.discriminatedUnion("type", simple);

/** The same questions asked once per child, vehicle, room… */
const repeat = z.strictObject({
  ...common,
  type: z.literal("repeat"),
  /** One of them: « Enfant ». Numbered on screen. */
  itemLabel: sentence,
  /** The button that adds one: « Ajouter un enfant ». */
  addLabel: sentence,
  min: z.int().min(0).default(1),
  max: z.int().positive().max(50).default(10),
  fields: z.array(itemField).min(1),
  /** Each item is a child: which of its fields a child of the household fills. */
  child: z
    .strictObject({
      familyName: z.string(),
      givenName: z.string(),
      birthdate: z.string(),
      birthplace: z.string().optional(),
    })
    .optional(),
});

export const field = z.discriminatedUnion("type", [...simple, identity, repeat]);

export type Field = z.infer<typeof field>;
export type ItemField = z.infer<typeof itemField>;
export type FieldType = Field["type"];
export type FieldOf<T extends FieldType> = Extract<Field, { type: T }>;
export type DateBound = z.infer<typeof dateBound>;
