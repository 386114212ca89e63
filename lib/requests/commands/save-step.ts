import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import { type Context, transaction } from "@/lib/context";
import { conflict, notFound } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import {
  checkStep,
  journey,
  keepOrigins,
  nextStep,
  type Typed,
  typedOf,
  withStep,
} from "@/lib/forms/model";
import type { Step } from "@/lib/forms/schemas";
import { canFill } from "../policy";
import { lockDraft } from "../queries/get-draft";
import type { SaveStepInput } from "../schemas";

/** `change`: what a button of the step does to it once it is saved (one item more, one file less). */
type Options = { change?: (typed: Typed, step: Step) => Typed; isAutomatic?: boolean };

export const ALREADY_SENT = "Cette demande est déjà envoyée : elle ne peut plus être modifiée ici.";

/**
 * Keeps what was typed in one step, good or not, in place of what the step said before: of two windows
 * on one step the last writes, and they never mix. Returns what is wrong and the step that comes next.
 */
export function saveStep(
  ctx: Context,
  { reference, stepId, said }: SaveStepInput,
  { change = (typed) => typed, isAutomatic = false }: Options = {},
) {
  return transaction(ctx, async (ctx) => {
    const draft = await lockDraft(ctx, reference);
    if (!canFill(ctx.actor, draft)) throw conflict(ALREADY_SENT);
    const step = journey(draft.definition, draft.typed).find(({ id }) => id === stepId);
    if (!step) throw notFound("Étape");

    const merged = withStep(draft.typed, step, typedOf(step, Object.entries(said)));
    const { typed, origins } = keepOrigins(draft.typed, change(merged, step), draft.origins);
    const [saved] = await ctx.db
      .update(requests)
      .set({ typed, origins, revision: sql`${requests.revision} + 1` })
      .where(and(eq(requests.id, draft.id), eq(requests.status, "draft")))
      .returning({ savedAt: requests.updatedAt });
    if (!saved) throw conflict(ALREADY_SENT);
    if (!isAutomatic) await recordEvent(ctx, "request.answer", draft.id, { stepId });
    return {
      id: draft.id,
      savedAt: saved.savedAt,
      errors: checkStep(step, typed).errors,
      next: nextStep(draft.definition, typed, stepId)?.id ?? null,
    };
  });
}
