import * as z from "zod";
import { IDENTITY_PARTS } from "./attributes";
import { common, question, sentence } from "./common";

const parts = z.array(z.enum(IDENTITY_PARTS));

/** Drawn with a finger or a mouse, or the name typed, which is worth the same. */
export const signature = z.strictObject({
  ...question,
  type: z.literal("signature"),
  /** What is signed: « Je m’engage à… ». */
  statement: sentence.optional(),
});

/** Who asks, taken from the account when there is one. */
export const identity = z.strictObject({
  ...common,
  type: z.literal("identity"),
  label: sentence.default("Votre identité"),
  parts: parts.min(1).default(["familyName", "givenName", "email", "phone"]),
  optionalParts: parts.default(["phone"]),
});
