import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import { type Context, transaction } from "@/lib/context";
import { conflict, notFound } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import {
  addItem,
  keepOrigins,
  nextStep,
  removeItem,
  type Typed,
  typedOf,
  walk,
  withStep,
} from "@/lib/forms/model";
import { type KnownChild, putChild } from "@/lib/forms/model/children";
import type { Step } from "@/lib/forms/schemas";
import { canFill } from "../policy";
import { lockDraft } from "../queries/get-draft";
import type { SaveStepInput } from "../schemas";

/** What a button of the step asks besides saving it, by the name of what it is about. */
export type StepChange =
  | { add: string }
  | { remove: string }
  | { child: string; known: KnownChild | null };

type Kept = ReturnType<typeof keepOrigins>;

type Options = { change?: StepChange | undefined; isAutomatic?: boolean };

export const ALREADY_SENT =
  "Cette demande est déjà envoyée\u00a0: elle ne peut plus être modifiée ici.";

export const WRITTEN_ELSEWHERE = conflict(
  "Cette étape a changé dans une autre fenêtre\u00a0: rechargez la page pour voir ce qui est enregistré.",
);

type Draft = Awaited<ReturnType<typeof lockDraft>>;

const saidBy = (step: Step, typed: Typed) =>
  JSON.stringify(
    Object.entries(typedOf(step, Object.entries(typed))).filter(([, said]) => said !== ""),
  );

/**
 * Which page wrote each step last, once this one has. Refused when another window wrote this step since this one was
 * displayed: nothing is written over unseen.
 */
function writerOf(
  { typed: before, writtenFrom }: Draft,
  step: Step,
  typed: Typed,
  from: SaveStepInput["from"],
) {
  if (!from || saidBy(step, before) === saidBy(step, typed)) return writtenFrom;
  const last = writtenFrom[step.id] ?? "";
  if (last !== from.page && last !== from.since) throw WRITTEN_ELSEWHERE;
  return { ...writtenFrom, [step.id]: from.page };
}

/** `enfants`: one item more; `enfants.1`: that item less; `piece:<id>`: that file less. */
function changed(typed: Typed, step: Step, change: StepChange | undefined): Typed {
  if (!change || "child" in change) return typed;
  const [name = "", fileId] = ("add" in change ? change.add : change.remove).split(":");
  if (fileId) return { ...typed, [name]: [typed[name] ?? []].flat().filter((id) => id !== fileId) };
  const [id, index] = name.split(".");
  const field = step.fields.find((f) => f.id === id);
  if (field?.type !== "repeat") return typed;
  return "add" in change ? addItem(field, typed) : removeItem(field, typed, Number(index));
}

/** The same, and a child of the household that a button of this step adds. */
function withChild(kept: Kept, step: Step, change: StepChange | undefined): Kept {
  if (!change || !("child" in change) || !change.known) return kept;
  const field = step.fields.find(({ id }) => id === change.child);
  if (!field) return kept;
  const put = putChild(field, kept.typed, change.known);
  return { typed: put.typed, origins: { ...kept.origins, ...put.origins } };
}

/**
 * Keeps what was typed in one step, good or not, in place of what the step said before. Of two windows on one step
 * the first writes; the other gets WRITTEN_ELSEWHERE, and writes once it has shown what the first one wrote.
 * Returns what is wrong and the step that comes next.
 */
export function saveStep(
  ctx: Context,
  { reference, stepId, said, from }: SaveStepInput,
  { change, isAutomatic = false }: Options = {},
) {
  return transaction(ctx, async (ctx) => {
    const draft = await lockDraft(ctx, reference);
    if (!canFill(ctx.actor, draft)) throw conflict(ALREADY_SENT);
    const at = walk(draft.definition, draft.typed).find(({ step }) => step.id === stepId);
    if (!at) throw notFound("Étape");
    const { step } = at;

    const merged = withStep(draft.typed, step, typedOf(step, Object.entries(said)));
    const { typed, origins } = withChild(
      keepOrigins(draft.typed, changed(merged, step, change), draft.origins, step.fields),
      step,
      change,
    );
    const writtenFrom = writerOf(draft, step, typed, from);
    const [saved] = await ctx.db
      .update(requests)
      .set({ typed, origins, writtenFrom, revision: sql`${requests.revision} + 1` })
      .where(and(eq(requests.id, draft.id), eq(requests.status, "draft")))
      .returning({ savedAt: requests.updatedAt });
    if (!saved) throw conflict(ALREADY_SENT);
    if (!isAutomatic) await recordEvent(ctx, "request.answer", draft.id, { stepId });
    const after = walk(draft.definition, typed).find(({ step }) => step.id === stepId);
    return {
      id: draft.id,
      savedAt: saved.savedAt,
      errors: after?.errors ?? {},
      exit: after?.exit ?? null,
      step,
      typed,
      next: nextStep(draft.definition, typed, stepId)?.id ?? null,
    };
  });
}
