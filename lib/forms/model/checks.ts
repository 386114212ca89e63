import { lowerFirst } from "@/lib/format/text";
import type { FieldErrors } from "@/lib/result";
import type { FieldOf } from "../schemas/fields";
import { type Answers, type Around, type Checked, NOTHING, refused } from "./kind";
import { type AnyField, kindOf } from "./kinds";
import { countOf, type Typed } from "./typed";
import { refusalOf } from "./validators";

export type { Answers } from "./kind";

/** « Enfant 2, « Prénom » : écrivez votre réponse », « Enfant 2 : écrivez les 5 chiffres… » */
const ofItem = (item: string, sentence: string) =>
  sentence.startsWith("«") ? `${item}, ${sentence}` : `${item}\u00a0: ${lowerFirst(sentence)}`;

/** Among several items, each sentence says which one. */
const errorsOf =
  ({ itemLabel }: FieldOf<"repeat">) =>
  (item: { errors: FieldErrors }, index: number, { length }: readonly unknown[]): FieldErrors =>
    length === 1
      ? item.errors
      : Object.fromEntries(
          Object.entries(item.errors).map(([name, sentence]) => [
            name,
            ofItem(`${itemLabel} ${index + 1}`, sentence),
          ]),
        );

/** The answer lists one record per item; an item half filled keeps what can be kept. */
function checkRepeat(field: FieldOf<"repeat">, name: string, typed: Typed, around: Around) {
  const items = Array.from({ length: countOf(field, typed) }, (_, i) =>
    checkFields(field.fields, typed, around, `${name}.${i}.`),
  );
  const errors: FieldErrors = Object.assign({}, ...items.map(errorsOf(field)));
  return items.length === 0 ? NOTHING : { answer: items.map(({ answers }) => answers), errors };
}

function checkField(field: AnyField, name: string, typed: Typed, around: Around): Checked {
  if (field.type === "repeat") return checkRepeat(field, name, typed, around);
  const kind = kindOf(field);
  const checked = kind.check(field, name, typed, around);
  if (checked.answer === undefined || !("validators" in field)) return checked;
  const refusal = refusalOf(field.validators, field.id, checked.answer, around);
  return refusal === null ? checked : refused(kind.controls(field, name)[0] ?? name, refusal);
}

/** Checks exactly these fields: canonical answers by field id, sentences by control name. `before`: answers of earlier steps. */
export function checkFields(
  fields: readonly AnyField[],
  typed: Typed,
  { today, before }: Around,
  prefix = "",
): { answers: Answers; errors: FieldErrors } {
  const answers: Answers = {};
  const errors: FieldErrors = {};
  const known: Answers = { ...before };
  for (const field of fields) {
    const checked = checkField(field, prefix + field.id, typed, { today, before: known });
    if (checked.answer !== undefined) {
      answers[field.id] = checked.answer;
      known[field.id] = checked.answer;
    }
    Object.assign(errors, checked.errors);
  }
  return { answers, errors };
}
