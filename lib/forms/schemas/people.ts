import * as z from "zod";
import { IDENTITY_PARTS } from "./attributes";
import { common, sentence } from "./common";

const parts = z.array(z.enum(IDENTITY_PARTS));

/** Who asks, taken from the account when there is one. */
export const identity = z.strictObject({
  ...common,
  type: z.literal("identity"),
  label: sentence.default("Votre identité"),
  parts: parts.min(1).default(["familyName", "givenName", "email", "phone"]),
  optionalParts: parts.default(["phone"]),
});
