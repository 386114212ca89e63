import * as z from "zod";
import { expression } from "@/lib/expressions/schemas";
import { name } from "./names";

/** Working days: Monday to Friday, but for the eleven holidays of the Code du travail (L3133-1). */
export const UNITS = ["minutes", "hours", "days", "working-days", "months"] as const;

/** How long; an amount that cannot be computed, or is less than nothing, never comes. */
export const delay = z.strictObject({
  amount: z.union([z.int().min(0).max(100_000), expression]),
  unit: z.enum(UNITS),
});
export type Delay = z.infer<typeof delay>;

/**
 * Where a delay starts. `deadline`: the end of the legal delay, which pauses move (SVA, SVR: CRPA L231-1, L231-4).
 * `reached`: the first time that the request was in this status.
 */
export const since = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("status") }),
  z.strictObject({ from: z.literal("submission") }),
  z.strictObject({ from: z.literal("deadline") }),
  z.strictObject({ from: z.literal("end") }),
  z.strictObject({ from: z.literal("reached"), status: name }),
  z.strictObject({ from: z.literal("date"), date: expression }),
]);
export type Since = z.infer<typeof since>;
