import * as z from "zod";
import { answerAttributes, questionAttributes } from "./attributes";
import { condition, slug } from "./conditions";

export const sentence = z.string().trim().min(1);

export const common = {
  id: slug,
  label: sentence,
  hint: sentence.optional(),
  visibleIf: condition.optional(),
  ...answerAttributes,
};

/** `errors` replaces our sentences: `missing` when nothing is answered, `wrong` when it cannot be used. */
export const question = {
  ...common,
  required: z.boolean().default(true),
  errors: z.strictObject({ missing: sentence.optional(), wrong: sentence.optional() }).default({}),
  ...questionAttributes,
};
