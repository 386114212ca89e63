import "server-only";
import { supplements } from "@/db/schema/requests";
import { type Context, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { notify } from "@/lib/notifications/commands/notify";
import { moves } from "@/lib/workflows/model";
import { endOfDay, reminderBefore, valuesAfter } from "../model";
import { canTreat } from "../policy";
import { isStillFresh } from "../queries/freshness";
import { getRequest } from "../queries/get-request";
import type { AskInput } from "../schemas";
import { changeRequest } from "./change-request";

/** Asks the resident for what is missing; the legal clock stops until the answer (CRPA L114-5). */
export function askSupplement(ctx: Context, input: AskInput) {
  return transaction(ctx, async (ctx) => {
    const { actor } = ctx;
    const request = await getRequest(ctx, input.reference);
    if (actor.kind !== "agent" || !canTreat(actor, request)) throw forbidden();
    const { revision, id, question } = input;
    const change = { revision, action: "request.ask", details: { supplementId: id } } as const;
    if (!(await isStillFresh(ctx, request, change))) return;

    const found = moves(request.workflow, request.status, "agent").find(
      ({ asks }) => asks === "question",
    );
    if (!found) throw conflict("Cette demande n’attend plus de complément.");
    const [now, dueAt] = [new Date(), endOfDay(input.dueOn)];
    const values = {
      ...valuesAfter(request, found.to, now),
      assigneeId: request.assigneeId ?? actor.id,
    };
    if (!(await changeRequest(ctx, request.id, { ...change, values }))) return;
    await ctx.db
      .insert(supplements)
      .values({ id, requestId: request.id, agentId: actor.id, question, dueAt });
    await notify(ctx, "supplement", request.id);
    const runAt = reminderBefore(dueAt, now);
    if (runAt) await notify(ctx, "reminder", request.id, { runAt });
  });
}
