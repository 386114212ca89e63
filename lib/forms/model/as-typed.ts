import type { FieldOf, FormDefinition } from "../schemas";
import { type Answers, isRecord } from "./kind";
import { type AnyField, kindOf } from "./kinds";
import type { Typed } from "./typed";

function itemsTyped({ fields }: FieldOf<"repeat">, name: string, answer: unknown): Typed {
  const items = Array.isArray(answer) ? answer.filter(isRecord) : [];
  const typed = items.map((item, i) => fieldsTyped(fields, item, `${name}.${i}.`));
  return Object.assign({ [name]: String(items.length) }, ...typed);
}

const fieldTyped = (field: AnyField, name: string, answer: unknown): Typed =>
  field.type === "repeat"
    ? itemsTyped(field, name, answer)
    : kindOf(field).asTyped(field, name, answer);

function fieldsTyped(fields: readonly AnyField[], answers: Answers, prefix: string) {
  const typed = fields
    .filter(({ id }) => Object.hasOwn(answers, id))
    .map((field) => fieldTyped(field, prefix + field.id, answers[field.id]));
  return Object.assign({}, ...typed) as Typed;
}

/** These answers as the person would type them: the inverse of `answersOf`. */
export const asTyped = ({ steps }: Pick<FormDefinition, "steps">, answers: Answers): Typed =>
  fieldsTyped(
    steps.flatMap(({ fields }) => fields),
    answers,
    "",
  );
