import "server-only";
import { eq, sql } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import { helperOf } from "@/lib/auth/actor";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { attachFiles } from "@/lib/files/commands/attach";
import { answersOf, applicantOf, carriesCertified, filesOf, unfinished } from "@/lib/forms/model";
import { interpret } from "@/lib/workflows/model";
import { getWorkflow } from "@/lib/workflows/queries";
import { receiveRequestJob } from "../jobs";
import { asDay, legalDeadline } from "../model";
import { columnsOf, unsentState, worldNow } from "../model/flow";
import { needsCertified } from "../queries/certification";
import { lockDraft } from "../queries/get-draft";
import { getTreatment } from "../queries/get-receipt";
import type { SubmitRequestInput } from "../schemas";
import { perform } from "./perform";
import { CERTIFY } from "./start-request";

type Draft = Awaited<ReturnType<typeof lockDraft>>;
type Treatment = Awaited<ReturnType<typeof getTreatment>>;

const MISSING =
  "Il manque des réponses. Complétez les étapes signalées, puis envoyez votre demande.";
const DECLARE = "Cochez la case pour confirmer vos réponses, puis envoyez votre demande";

/** Canonical answers and what follows from them; refuses a draft that is not complete. */
function valuesOf(draft: Draft, treatment: Treatment, now: Date) {
  const { definition, typed } = draft;
  if (unfinished(definition, typed, asDay(now)).length > 0) throw invalid({ root: MISSING });
  const answers = answersOf(definition, typed, asDay(now));
  const { unitId, delayDays, ...provider } = treatment;
  if (needsCertified(provider) && !carriesCertified(definition, draft.origins)) throw CERTIFY;
  return {
    answers,
    // The draft may have waited while its procedure was handed over to another unit.
    unitId: unitId ?? draft.unitId,
    ...applicantOf(definition, answers),
    submittedAt: now,
    deadlineAt: legalDeadline(now, delayDays),
  };
}

const MOVER = { side: "resident", audiences: ["resident"] } as const;

/** It enters the first status of its workflow; what that does is done with the sending. */
async function begin(ctx: Transaction, draft: Draft, sent: Parameters<typeof unsentState>[0]) {
  const workflow = await getWorkflow(ctx, draft.workflowVersionId);
  const outcome = interpret(workflow, unsentState(sent), { kind: "start" }, MOVER, worldNow());
  if (!outcome.ok) throw conflict("Cette démarche est mal réglée\u00a0: appelez le service.");
  return { workflow, columns: columnsOf(outcome.state), effects: outcome.effects };
}

/**
 * Sends a draft, once: a double click, a reload, a lost answer or a second window get the same receipt,
 * and there is one event and one acknowledgement (CRPA L112-11).
 */
export function submitRequest(ctx: Context, { reference, declared }: SubmitRequestInput) {
  return transaction(ctx, async (ctx) => {
    // Sent together: the second is read once the first holds the draft.
    const [draft, treatment] = await Promise.all([
      lockDraft(ctx, reference),
      getTreatment(ctx, reference),
    ]);
    if (draft.status !== "draft") return { id: draft.id, reference, isFirst: false };
    if (!declared) throw invalid({ declaration: DECLARE });

    const values = valuesOf(draft, treatment, new Date());
    const { workflow, columns, effects } = await begin(ctx, draft, values);
    for (const [fieldId, ids] of filesOf(draft.definition, values.answers))
      await attachFiles(ctx, ids, { requestId: draft.id, fieldId });
    const sent = {
      ...values,
      ...columns,
      helperName: helperOf(ctx.actor)?.name ?? null,
      typed: {},
      writtenFrom: {},
      draftExpiresAt: null,
      revision: sql`${requests.revision} + 1`,
    } as const;
    // The draft is locked: nobody else sends it meanwhile, and the three go in one round trip.
    await Promise.all([
      ctx.db.update(requests).set(sent).where(eq(requests.id, draft.id)),
      recordEvent(ctx, "request.submit", draft.id),
      receiveRequestJob.enqueue(ctx, { requestId: draft.id }),
    ]);
    await perform(ctx, { id: draft.id, workflow, arrival: 0 }, effects);
    return { id: draft.id, reference, isFirst: true };
  });
}
