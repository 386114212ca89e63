import * as z from "zod";
import { choice, choices, consent, linkedChoice, matrix, ranking, yesNo } from "./choices";
import { common, sentence } from "./common";
import { date, dateTime, partialDate, time, timeRange } from "./dates";
import { identity, signature } from "./people";
import { address, commune, file, map } from "./places";
import { explanation, heading, paymentLink, slot } from "./shown";
import { currency, email, longText, number, phone, rating, text } from "./texts";
import { computed, hidden } from "./unasked";

export { IDENTITY_PARTS, type IdentityPart } from "./attributes";
export type { DateBound } from "./dates";
export { TEXT_FORMATS, type TextFormat } from "./texts";

const simple = [
  text,
  longText,
  email,
  phone,
  number,
  currency,
  rating,
  date,
  dateTime,
  partialDate,
  time,
  timeRange,
  yesNo,
  choice,
  choices,
  linkedChoice,
  ranking,
  matrix,
  commune,
  address,
  file,
  consent,
  explanation,
  heading,
  map,
  signature,
  paymentLink,
  slot,
  computed,
  hidden,
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
  /** `table`: an item is a line, where the screen is wide enough. */
  look: z.enum(["blocks", "table"]).default("blocks"),
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
