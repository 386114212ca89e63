import * as z from "zod";
import type { FieldErrors } from "@/lib/result";
import { type Answers, checkFields } from "./model/checks";
import { holds } from "./model/conditions";
import { todayInLyon } from "./model/dates";
import { withGiven } from "./model/given";
import { type Exit, exitError, exitOf, pageErrors } from "./model/pages";
import type { Typed } from "./model/typed";
import type { Field, FormDefinition, Step } from "./schemas";

export { asTyped } from "./model/as-typed";
export { anonymised, type Erasure } from "./model/attributes";
export { carriesCertified, isCertified, withCertified } from "./model/certified";
export type { Answers } from "./model/checks";
export { estimatedMinutes, papersOf } from "./model/pages";
export { applicantOf, fileFieldsOf, filesOf } from "./model/parts";
export { identityOf, type KnownIdentity, keepOrigins, looksBack, prefill } from "./model/prefill";
export { type SummaryRow, type SummarySection, summary } from "./model/summary";
export { addItem, removeItem, type Typed, typedOf, withStep } from "./model/typed";

/** A step with its visible fields only, the answers before it, its own, and what is still wrong with it. */
export type StepState = {
  step: Step;
  before: Answers;
  answers: Answers;
  errors: FieldErrors;
  /** Why the way ends here. */
  exit: Exit | null;
};

type Steps = Pick<FormDefinition, "steps">;

/**
 * The way through the form, given what was typed. Only good answers to visible fields count: one
 * left over in a hidden field, or one that cannot be used, opens nothing.
 */
export const walk = (definition: Steps, typed: Typed, today?: string): StepState[] =>
  everyStep(definition, typed, today).filter(({ step }) => step.fields.some(isOnPage));

/** A step of which nothing shows is no page, but what it carries and computes counts. */
const isOnPage = ({ type }: Field) => type !== "hidden" && type !== "computed";

/** Up to the last step, or to the one whose answers lead no further. */
function everyStep({ steps }: Steps, typed: Typed, today = todayInLyon()): StepState[] {
  const seen: Answers = {};
  const states: StepState[] = [];
  for (const step of steps) {
    const isShown = holds(step.visibleIf, seen, today);
    const fields = isShown ? step.fields.filter((f) => holds(f.visibleIf, seen, today)) : [];
    if (fields.length === 0) continue;
    const shown = { ...step, fields };
    const before = { ...seen };
    const { answers, errors } = checkStep(shown, typed, today, before);
    Object.assign(seen, answers);
    const exit = exitOf(step, seen, today);
    states.push({ step: shown, before, answers, errors, exit });
    if (exit) break;
  }
  return states;
}

/** The steps this person goes through, each with its visible fields. */
export const journey = (definition: Steps, typed: Typed, today?: string): Step[] =>
  walk(definition, typed, today).map(({ step }) => step);

/** The step after `current`; none when the recap comes next. */
export function nextStep(definition: Steps, typed: Typed, current: string) {
  const steps = journey(definition, typed);
  const index = steps.findIndex(({ id }) => id === current);
  return index < 0 ? undefined : steps[index + 1];
}

/** « Étape 2 sur 4 »: the recap is the last one. The total is what is known so far. */
export function progress(definition: Steps, typed: Typed, stepId?: string) {
  const steps = journey(definition, typed);
  const index = steps.findIndex(({ id }) => id === stepId);
  const total = steps.length + 1;
  return { position: index < 0 ? total : index + 1, total };
}

type Fields = Pick<Step, "fields"> & Partial<Pick<Step, "postConditions">>;

/** Checks the visible fields of one step, then the step as a whole: canonical answers, and a sentence per control to mend. */
export function checkStep(
  step: Fields,
  typed: Typed,
  today = todayInLyon(),
  before: Answers = {},
): { answers: Answers; errors: FieldErrors } {
  const around = { today, before };
  const { fields } = step;
  const checked = checkFields(fields, withGiven(fields, typed, around), around);
  if (Object.keys(checked.errors).length > 0) return checked;
  const errors = pageErrors(step, { ...before, ...checked.answers }, today);
  return { answers: checked.answers, errors };
}

/** The same check as a zod schema, for react-hook-form and for whoever expects one. */
export const stepSchema = (
  step: Fields,
  today?: string,
  before?: Answers,
): z.ZodType<Answers, Typed> =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((typed, context) => {
    const { answers, errors } = checkStep(step, typed, today, before);
    for (const [name, message] of Object.entries(errors))
      context.addIssue({ code: "custom", path: name.split("."), message });
    return answers;
  });

/** Canonical answers to the visible fields: hidden ones are dropped, so is what cannot be used. */
export const answersOf = (definition: Steps, typed: Typed, today?: string): Answers =>
  Object.assign({}, ...everyStep(definition, typed, today).map(({ answers }) => answers));

/** The steps that still need an answer, with what is wrong in each. */
export const unfinished = (definition: Steps, typed: Typed, today?: string) =>
  walk(definition, typed, today)
    .map((state) => ({
      ...state,
      errors: state.exit ? { ...state.errors, ...exitError(state.step, state.exit) } : state.errors,
    }))
    .filter(({ errors }) => Object.keys(errors).length > 0);
