import * as z from "zod";
import { expression, template } from "@/lib/expressions/schemas";

/** A value that is computed (a date stays a date, a list a list), or a text with values in it. */
export const source = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("computed"), expression }),
  z.strictObject({ kind: z.literal("text"), words: template }),
]);
export type Source = z.infer<typeof source>;

/** Acts, shows or counts only if it is so. */
export const when = expression.optional();
