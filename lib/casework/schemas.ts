import * as z from "zod";

export const noteInput = z.object({
  reference: z.string().max(40),
  /** Chosen by the form: sent twice, it writes once. */
  id: z.uuid("Rechargez la page, puis recommencez."),
  body: z
    .string("Écrivez votre note.")
    .trim()
    .min(1, "Écrivez votre note.")
    .max(5000, "5000 signes au plus."),
});

export type NoteInput = z.output<typeof noteInput>;
