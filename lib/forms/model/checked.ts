import type * as z from "zod";
import type { FieldErrors } from "@/lib/result";
import type { Field, ItemField } from "../schemas/fields";
import * as say from "./sentences";

/** `answer`: what can be kept, if anything; `errors`: by control name. */
export type Checked = { answer?: unknown; errors: FieldErrors };

export const kept = (answer: unknown): Checked => ({ answer, errors: {} });
export const refused = (name: string, sentence: string): Checked => ({
  errors: { [name]: sentence },
});
export const NOTHING: Checked = { errors: {} };

export const blank = (field: Field | ItemField, name: string) =>
  "required" in field && !field.required ? NOTHING : refused(name, say.missing(field));

export type Leaf = z.ZodType<unknown, string>;

export function checkWith(schema: Leaf, name: string, typed: string): Checked {
  const parsed = schema.safeParse(typed);
  return parsed.success
    ? kept(parsed.data)
    : refused(name, parsed.error.issues[0]?.message ?? "Vérifiez cette réponse");
}
