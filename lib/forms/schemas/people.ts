import * as z from "zod";
import { common, sentence } from "./common";

export const IDENTITY_PARTS = [
  "familyName",
  "givenName",
  "birthdate",
  "birthplace",
  "email",
  "phone",
] as const;
export type IdentityPart = (typeof IDENTITY_PARTS)[number];

const parts = z.array(z.enum(IDENTITY_PARTS));

/** Who asks, taken from the account when there is one. */
export const identity = z.strictObject({
  ...common,
  type: z.literal("identity"),
  label: sentence.default("Votre identité"),
  parts: parts.min(1).default(["familyName", "givenName", "email", "phone"]),
  optionalParts: parts.default(["phone"]),
});
