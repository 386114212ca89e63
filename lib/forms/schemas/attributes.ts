import * as z from "zod";
import { expression } from "@/lib/expressions/schemas";

const sentence = z.string().trim().min(1);

export const IDENTITY_PARTS = [
  "familyName",
  "givenName",
  "birthdate",
  "birthplace",
  "email",
  "phone",
] as const;
export type IdentityPart = (typeof IDENTITY_PARTS)[number];

const part = z.enum(IDENTITY_PARTS);

/** Kept from being changed by the person; what nothing could fill stays theirs to write. */
const locked = z.boolean().default(false);

/** What a field begins with, as it would be typed. */
export const prefill = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("constant"), value: sentence, locked }),
  /** From answers of earlier steps, whatever they become. */
  z.strictObject({ from: z.literal("expression"), value: expression, locked }),
  z.strictObject({ from: z.literal("account"), part, locked }),
  /** Only what the State vouches for. */
  z.strictObject({ from: z.literal("certified"), part }),
  /** `/demarches/<slug>?<parameter>=…` */
  z.strictObject({
    from: z.literal("url"),
    parameter: z.string().regex(/^[a-z][\w-]{0,59}$/i),
    locked,
  }),
  /** What the same person answered to the same field in their last request of this procedure. */
  z.strictObject({ from: z.literal("former-request"), locked }),
]);
export type Prefill = z.infer<typeof prefill>;

/** Said of an answer that is otherwise good; `message` says what to do. */
export const validator = z.discriminatedUnion("check", [
  /** The whole answer, as it is kept, matches. See model/pattern.ts for what is understood. */
  z.strictObject({
    check: z.literal("pattern"),
    pattern: z.string().min(1).max(500),
    message: sentence,
  }),
  z.strictObject({
    check: z.literal("length"),
    min: z.int().min(0).optional(),
    max: z.int().min(0).optional(),
    message: sentence,
  }),
  /** `value` is the answer; other fields by their id, when they come before. */
  z.strictObject({ check: z.literal("expression"), test: expression, message: sentence }),
]);
export type Validator = z.infer<typeof validator>;

export const PLACES_SHOWN = ["summary", "list", "statistics"] as const;

/** What may be said of any answer, whatever its type. */
export const answerAttributes = {
  /** In the recap and on the request's pages; among the columns of agents' lists; counted. */
  shownIn: z.array(z.enum(PLACES_SHOWN)).optional(),
  /** `sensitive`: agents open it by hand (health, social situation, offences…). */
  sensitivity: z.enum(["ordinary", "sensitive"]).optional(),
  /** When the answer is erased from a request that is kept: sooner, at its end (default), never. */
  anonymise: z.enum(["sooner", "at-end", "never"]).optional(),
};

export const questionAttributes = {
  prefill: prefill.optional(),
  validators: z.array(validator).max(20).optional(),
};
