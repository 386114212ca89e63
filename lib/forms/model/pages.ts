import { isTrue, referencesOf } from "@/lib/expressions/model";
import type { FieldErrors } from "@/lib/result";
import type { FormDefinition, Step } from "../schemas";
import type { Answers } from "./kind";
import { type AnyField, kindOf } from "./kinds";
import { scopeOf } from "./scope";

type Asked = Pick<Step, "fields"> & Partial<Pick<Step, "postConditions">>;

const controlOf = (field: AnyField) =>
  field.type === "repeat" ? field.id : kindOf(field).controls(field, field.id)[0];

/** Where the sentence of a page goes: the last of its fields that the expression looks at, else the first it asks. */
function placeOf({ fields }: Asked, references: readonly string[]) {
  const seen = references.map((path) => path.split(".")[0]);
  const asked = fields.filter((field) => controlOf(field) !== undefined && field.type !== "hidden");
  const field = asked.findLast(({ id }) => seen.includes(id)) ?? asked[0];
  return field ? (controlOf(field) ?? field.id) : "root";
}

/** What the answers of a page say together that cannot be: looked at once each of them is good. */
export function pageErrors(step: Asked, answers: Answers, today: string): FieldErrors {
  const broken = step.postConditions?.find(
    ({ test }) => !isTrue(test, scopeOf({ today, before: answers })),
  );
  return broken ? { [placeOf(step, referencesOf(broken.test))]: broken.message } : {};
}

export type Exit = NonNullable<Step["exit"]>;

/** Why these answers lead no further; null when they do. */
export const exitOf = ({ exit }: Step, answers: Answers, today: string): Exit | null =>
  exit && isTrue(exit.when, scopeOf({ today, before: answers })) ? exit : null;

/** The same, said where it can be mended. */
export const exitError = (step: Step, exit: Exit): FieldErrors => ({
  [placeOf(step, referencesOf(exit.when))]: exit.title,
});

/** Seconds that somebody in no hurry spends: reading, thinking, typing. */
const SECONDS: Partial<Record<AnyField["type"], number>> = {
  "long-text": 90,
  file: 90,
  address: 30,
  identity: 40,
  explanation: 15,
  heading: 2,
  hidden: 0,
  computed: 0,
  "yes-no": 8,
  consent: 10,
  choice: 12,
};
const USUAL = 20;
const PAGE = 15;

const secondsOf = (field: AnyField): number =>
  field.type === "repeat"
    ? 15 + field.fields.reduce((sum, inner) => sum + secondsOf(inner), 0)
    : (SECONDS[field.type] ?? USUAL);

const isMaybe = (field: AnyField) =>
  field.visibleIf !== undefined || ("required" in field && !field.required);

/** How long the form takes, in whole minutes: what may not be asked counts for half. */
export function estimatedMinutes({ steps }: Pick<FormDefinition, "steps">): number {
  const seconds = steps.reduce((sum, { fields, visibleIf }) => {
    const asked = fields.reduce(
      (total, field) => total + secondsOf(field) * (isMaybe(field) ? 0.5 : 1),
      PAGE,
    );
    return sum + asked * (visibleIf ? 0.5 : 1);
  }, PAGE);
  return Math.max(1, Math.round(seconds / 60));
}

const MAYBE = "Dans certains cas";

/** What to have at hand before beginning, as the form asks for it. */
export const papersOf = ({ steps }: Pick<FormDefinition, "steps">) =>
  steps.flatMap(({ fields, visibleIf: stepCondition }) =>
    fields
      .flatMap((field) => (field.type === "repeat" ? field.fields : [field]))
      .filter((field) => field.type === "file")
      .map((field) => {
        const { label, hint } = field;
        const note = [isMaybe(field) || stepCondition ? `${MAYBE}.` : "", hint ?? ""]
          .filter(Boolean)
          .join(" ");
        return note ? { title: label, note } : { title: label };
      }),
  );
