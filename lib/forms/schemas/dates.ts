import * as z from "zod";
import { question } from "./common";
import { slug } from "./conditions";

/** A day itself; so many days or years from today; so many days from an earlier date of the same step. */
export const dateBound = z.union([
  z.strictObject({ date: z.iso.date() }),
  z.strictObject({ days: z.int() }),
  z.strictObject({ years: z.int() }),
  z.strictObject({ field: slug, days: z.int().default(0) }),
]);
export type DateBound = z.infer<typeof dateBound>;

const dates = { min: dateBound.optional(), max: dateBound.optional() };
/** 14:30 */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Écrivez une heure comme 14:30.");
const times = { min: clock.optional(), max: clock.optional() };

export const date = z.strictObject({ ...question, type: z.literal("date"), ...dates });

/** A day and an hour of Lyon. */
export const dateTime = z.strictObject({ ...question, type: z.literal("date-time"), ...dates });

/** A date of which the day, or the day and the month, may not be known. */
export const partialDate = z.strictObject({
  ...question,
  type: z.literal("partial-date"),
  /** The least that must be known. */
  atLeast: z.enum(["year", "month"]).default("year"),
  ...dates,
});

export const time = z.strictObject({ ...question, type: z.literal("time"), ...times });

export const timeRange = z.strictObject({
  ...question,
  type: z.literal("time-range"),
  ...times,
  /** The end may be on the next day. */
  overnight: z.boolean().default(false),
});
