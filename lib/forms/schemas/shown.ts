import * as z from "zod";
import { question, sentence } from "./common";
import { condition, slug } from "./conditions";

/** Text between the questions; paragraphs are parted by an empty line. */
export const explanation = z.strictObject({
  id: slug,
  type: z.literal("explanation"),
  title: sentence.optional(),
  text: sentence,
  tone: z.enum(["plain", "info", "warning"]).default("plain"),
  visibleIf: condition.optional(),
});

/** A title between the questions, and one under it. */
export const heading = z.strictObject({
  id: slug,
  type: z.literal("heading"),
  text: sentence,
  level: z.enum(["title", "subtitle"]).default("title"),
  visibleIf: condition.optional(),
});

/** A page elsewhere where something is paid (PayFiP, the library…); nothing of it comes back here. */
export const paymentLink = z.strictObject({
  id: slug,
  type: z.literal("payment-link"),
  label: sentence,
  text: sentence.optional(),
  url: z.url({ protocol: /^https$/ }),
  visibleIf: condition.optional(),
});

/** The place of an appointment in a form: kept by drafts, refused when the form is published, until there are agendas. */
export const slot = z.strictObject({ ...question, type: z.literal("slot") });
