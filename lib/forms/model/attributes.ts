import type { FormDefinition } from "../schemas";
import type { PLACES_SHOWN } from "../schemas/attributes";
import { type Answers, isRecord } from "./kind";
import type { AnyField } from "./kinds";

type Place = (typeof PLACES_SHOWN)[number];
type Steps = Pick<FormDefinition, "steps">;

/** Titles and explanations are no answers; what is carried or computed shows where its author says. */
export function isShownIn(field: AnyField, place: Place): boolean {
  switch (field.type) {
    case "explanation":
    case "heading":
    case "payment-link":
    case "slot":
      return false;
    case "hidden":
    case "computed":
      return field.shownIn?.includes(place) ?? false;
    default:
      return field.shownIn?.includes(place) ?? place === "summary";
  }
}

export const isSensitive = (field: AnyField) =>
  "sensitivity" in field && field.sensitivity === "sensitive";

/** Answers are erased twice: some as soon as they have served, the rest when the request is closed for good. */
export type Erasure = "sooner" | "at-end";

const isErased = (field: AnyField, when: Erasure) => {
  const rule = ("anonymise" in field && field.anonymise) || "at-end";
  return rule === "sooner" || (rule === "at-end" && when === "at-end");
};

function keptOf(field: AnyField, answer: unknown, when: Erasure): unknown {
  if (isErased(field, when)) return undefined;
  if (field.type !== "repeat" || !Array.isArray(answer)) return answer;
  return answer.filter(isRecord).map((item) => remaining(field.fields, item, when));
}

const remaining = (fields: readonly AnyField[], answers: Answers, when: Erasure): Answers =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const kept = Object.hasOwn(answers, field.id)
        ? keptOf(field, answers[field.id], when)
        : undefined;
      return kept === undefined ? [] : [[field.id, kept]];
    }),
  );

/** What is left of these answers once they are anonymised; what no field asks is erased too. */
export const anonymised = ({ steps }: Steps, answers: Answers, when: Erasure): Answers =>
  remaining(
    steps.flatMap(({ fields }) => fields),
    answers,
    when,
  );
