import type { FieldErrors } from "@/lib/result";
import type { Field, FieldOf, ItemField } from "../schemas/fields";
import { checkAddress, checkIdentity } from "./blocks";
import { blank, type Checked, checkWith, kept, type Leaf, NOTHING, refused } from "./checked";
import {
  checkChoice,
  checkChoices,
  checkCommune,
  checkConsent,
  checkFiles,
  checkYesNo,
} from "./choices";
import { dayOf } from "./dates";
import * as leaf from "./leaves";
import * as say from "./sentences";
import { countOf, one, type Typed } from "./typed";

/** Checked answers, by field id: what a submitted request keeps. */
export type Answers = Record<string, unknown>;

/** `dates`: those already answered among the field's neighbours, for bounds. */
type Around = { today: string; dates: Readonly<Answers> };

const leaves = new WeakMap<object, Leaf>();

type OneLine = FieldOf<"text" | "long-text" | "email" | "phone" | "number" | "date">;

/** Built once per field of a definition, which never changes. */
function leafOf(field: OneLine): Leaf {
  const known = leaves.get(field);
  if (known) return known;
  const built = buildLeaf(field);
  leaves.set(field, built);
  return built;
}

function buildLeaf(field: OneLine): Leaf {
  switch (field.type) {
    case "text":
      return leaf.textLeaf(field);
    case "long-text":
      return leaf.longTextLeaf(field);
    case "email":
      return leaf.emailLeaf(say.wrong(field, say.EMAIL));
    case "phone":
      return leaf.phoneLeaf(say.wrong(field, say.PHONE));
    case "number":
      return leaf.numberLeaf(field);
    case "date":
      return leaf.dateLeaf(say.dateWanted(field.label));
  }
}

function checkDate(field: FieldOf<"date">, name: string, { answer, errors }: Checked, at: Around) {
  if (typeof answer !== "string") return { errors };
  const [min, max] = [field.min, field.max].map((bound) => dayOf(bound, at.today, at.dates));
  if (min && answer < min) return refused(name, say.wrong(field, say.tooEarly(field.label, min)));
  if (max && answer > max) return refused(name, say.wrong(field, say.tooLate(field.label, max)));
  return kept(answer);
}

/** Among several items, each sentence says which one. */
const errorsOf =
  ({ itemLabel }: FieldOf<"repeat">) =>
  (item: { errors: FieldErrors }, index: number, { length }: readonly unknown[]): FieldErrors =>
    length === 1
      ? item.errors
      : Object.fromEntries(
          Object.entries(item.errors).map(([name, sentence]) => [
            name,
            say.ofItem(`${itemLabel} ${index + 1}`, sentence),
          ]),
        );

/** The answer lists one record per item; an item half filled keeps what can be kept. */
function checkRepeat(field: FieldOf<"repeat">, name: string, typed: Typed, today: string) {
  const items = Array.from({ length: countOf(field, typed) }, (_, i) =>
    checkFields(field.fields, typed, today, `${name}.${i}.`),
  );
  const errors: FieldErrors = Object.assign({}, ...items.map(errorsOf(field)));
  return items.length === 0 ? NOTHING : { answer: items.map(({ answers }) => answers), errors };
}

function checkField(field: Field | ItemField, name: string, typed: Typed, at: Around): Checked {
  switch (field.type) {
    case "explanation":
      return NOTHING;
    case "choice":
      return checkChoice(field, name, typed);
    case "choices":
      return checkChoices(field, name, typed);
    case "commune":
      return checkCommune(field, name, typed);
    case "file":
      return checkFiles(field, name, typed);
    case "yes-no":
      return checkYesNo(field, name, typed);
    case "consent":
      return checkConsent(field, name, typed);
    case "address":
      return checkAddress(field, name, typed);
    case "identity":
      return checkIdentity(field, name, typed, at.today);
    case "repeat":
      return checkRepeat(field, name, typed, at.today);
    default: {
      const value = one(typed, name);
      if (value === undefined) return blank(field, name);
      const checked = checkWith(leafOf(field), name, value);
      return field.type === "date" ? checkDate(field, name, checked, at) : checked;
    }
  }
}

/** Checks exactly these fields: canonical answers by field id, sentences by control name. */
export function checkFields(
  fields: readonly (Field | ItemField)[],
  typed: Typed,
  today: string,
  prefix = "",
): { answers: Answers; errors: FieldErrors } {
  const answers: Answers = {};
  const errors: FieldErrors = {};
  for (const field of fields) {
    const checked = checkField(field, prefix + field.id, typed, { today, dates: answers });
    if (checked.answer !== undefined) answers[field.id] = checked.answer;
    Object.assign(errors, checked.errors);
  }
  return { answers, errors };
}
