import * as z from "zod";
import { expression } from "@/lib/expressions/schemas";
import { answerAttributes, prefill } from "./attributes";
import { sentence } from "./common";
import { condition, slug } from "./conditions";

const common = { id: slug, label: sentence, visibleIf: condition.optional(), ...answerAttributes };

/** Made of answers of earlier steps each time they are read; shown where `shownIn` says, nowhere by default. */
export const computed = z.strictObject({
  ...common,
  type: z.literal("computed"),
  value: expression,
  as: z.enum(["text", "number", "currency", "date"]).default("text"),
});

/** What the form carries without showing it: a constant, a parameter of the link… */
export const hidden = z.strictObject({ ...common, type: z.literal("hidden"), prefill });
