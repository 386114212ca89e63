import { lowerFirst } from "@/lib/format/text";
import type { Origins } from "@/lib/requests/model";
import type { Posted } from "@/lib/result";
import {
  answersOf,
  checkStep,
  filesOf,
  journey,
  progress,
  summary,
  unfinished,
  walk,
} from "../model";
import type { FormDefinition } from "../schemas";
import { todayInLyon } from "./dates";
import { differences, ELSEWHERE } from "./differences";
import { withGiven } from "./given";
import { type Typed, typedOf } from "./typed";

type Draft = {
  reference: string;
  slug: string;
  organisationSlug: string;
  definition: FormDefinition;
  typed: Typed;
};

/** What a posted step sends several times is kept as one value, parted by this sign. */
export const VALUES_APART = "\u001f";

/**
 * One step as its page shows it, or null if this journey does not have it. `posted`: what came back
 * with the form, over what the draft holds; `isRefused`: says what is wrong with it.
 */
export function openStep(
  draft: Draft,
  stepId: string,
  posted: Posted,
  { isRefused }: { isRefused: boolean },
) {
  const steps = walk(draft.definition, draft.typed);
  const index = steps.findIndex(({ step }) => step.id === stepId);
  const { step, before } = steps[index] ?? {};
  if (!step || !before) return null;
  const around = { today: todayInLyon(), before };
  const again = Object.entries(posted.values).map(
    ([name, value]) => [name, value.split(VALUES_APART)] as [string, string[]],
  );
  const said = again.length > 0 ? typedOf(step, again) : draft.typed;
  const typed = withGiven(step.fields, said, around);
  const errors = isRefused ? checkStep(step, typed, around.today, before).errors : {};
  const [previous, next] = [steps[index - 1]?.step, steps[index + 1]?.step];
  return {
    step,
    typed,
    errors: { ...errors, ...posted.errors },
    /** What another window wrote meanwhile, where this one says something else; null when none did. */
    elsewhere: ELSEWHERE in posted.errors ? differences(step, draft.typed, typed, before) : null,
    progress: progress(draft.definition, draft.typed, stepId),
    next: next ? lowerFirst(next.title) : "la vérification",
    back: previous
      ? { href: `/mes-demandes/${draft.reference}/${previous.id}`, label: "Étape précédente" }
      : {
          href: `/demarches/${draft.slug}?organisme=${draft.organisationSlug}`,
          label: "Retour à la démarche",
        },
  };
}

/** The recap as its page shows it: good answers, and what is missing or wrong by step. */
export function openRecap(draft: Draft & { origins: Origins }) {
  const { definition, typed, origins, reference } = draft;
  const answers = answersOf(definition, typed);
  const last = journey(definition, typed).at(-1);
  return {
    sections: summary(definition, answers, origins),
    fileIds: filesOf(definition, answers).flatMap(([, ids]) => ids),
    missing: unfinished(definition, typed).map(({ step, errors }) => ({ stepId: step.id, errors })),
    progress: progress(definition, typed),
    back: { href: `/mes-demandes/${reference}/${last?.id ?? ""}`, label: "Étape précédente" },
  };
}
