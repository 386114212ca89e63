import * as z from "zod";
import { sentence } from "./common";
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
