import { formatTypedDay } from "@/lib/format/date";
import type { Field, FieldOf, FormDefinition, ItemField } from "../schemas";
import type { Answers } from "./checks";
import type { Typed } from "./typed";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const written = (value: unknown) =>
  typeof value === "number" ? String(value) : typeof value === "string" ? value : "";

const french = (e164: string) => e164.replace(/^\+33(?=\d{9}$)/, "0");

const otherOf = (answer: unknown) =>
  isRecord(answer) && typeof answer.other === "string" ? answer.other : undefined;

function choicesTyped(name: string, answer: unknown): Typed {
  const all = Array.isArray(answer) ? answer : [answer];
  const other = all.map(otherOf).find((text) => text !== undefined);
  const listed = all.filter((value): value is string => typeof value === "string");
  if (other === undefined) return { [name]: listed };
  return { [name]: [...listed, "other"], [`${name}.other`]: other };
}

function choiceTyped(name: string, answer: unknown): Typed {
  const other = otherOf(answer);
  if (other === undefined) return { [name]: written(answer) };
  return { [name]: "other", [`${name}.other`]: other };
}

const partTyped = (part: string, value: unknown) => {
  if (part === "birthdate") return formatTypedDay(written(value));
  return part === "phone" ? french(written(value)) : written(value);
};

const partsTyped = (name: string, answer: unknown): Typed =>
  Object.fromEntries(
    Object.entries(isRecord(answer) ? answer : {}).map(([part, value]) => [
      `${name}.${part}`,
      partTyped(part, value),
    ]),
  );

function itemsTyped({ fields }: FieldOf<"repeat">, name: string, answer: unknown): Typed {
  const items = Array.isArray(answer) ? answer.filter(isRecord) : [];
  const typed = items.map((item, i) => fieldsTyped(fields, item, `${name}.${i}.`));
  return Object.assign({ [name]: String(items.length) }, ...typed);
}

function fieldTyped(field: Field | ItemField, name: string, answer: unknown): Typed {
  switch (field.type) {
    case "explanation":
      return {};
    case "number":
      return { [name]: written(answer).replace(".", ",") };
    case "date":
      return { [name]: formatTypedDay(written(answer)) };
    case "phone":
      return { [name]: french(written(answer)) };
    case "yes-no":
      return { [name]: answer === true ? "oui" : "non" };
    case "consent":
      return answer === true ? { [name]: "oui" } : {};
    case "choice":
      return choiceTyped(name, answer);
    case "choices":
    case "file":
      return choicesTyped(name, answer);
    case "commune":
      return isRecord(answer) ? { [name]: written(answer.insee ?? answer.name) } : {};
    case "address":
    case "identity":
      return partsTyped(name, answer);
    case "repeat":
      return itemsTyped(field, name, answer);
    default:
      return { [name]: written(answer) };
  }
}

function fieldsTyped(fields: readonly (Field | ItemField)[], answers: Answers, prefix: string) {
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
