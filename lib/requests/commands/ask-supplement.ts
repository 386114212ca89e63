import "server-only";
import { supplements } from "@/db/schema/requests";
import { type Context, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { notify } from "@/lib/notifications/commands/notify";
import { endOfDay, reminderBefore } from "../model";
import { canTreat, findAsked } from "../policy";
import { isStillFresh } from "../queries/freshness";
import { getRequest } from "../queries/get-request";
import type { AskInput } from "../schemas";
import { advance } from "./advance";

/** Asks the resident for what is missing; the legal clock stops until the answer (CRPA L114-5). */
export function askSupplement(ctx: Context, input: AskInput) {
  return transaction(ctx, async (ctx) => {
    const { actor } = ctx;
    const request = await getRequest(ctx, input.reference);
    if (actor.kind !== "agent" || !canTreat(actor, request)) throw forbidden();
    const { revision, id, question } = input;
    const change = { revision, action: "request.ask", details: { supplementId: id } } as const;
    if (!(await isStillFresh(ctx, request, change))) return;

    const found = findAsked(actor, request, "question");
    if (!found) throw conflict("Cette demande n’attend plus de complément.");
    const move = { kind: "move", transition: found.id } as const;
    if (!(await advance(ctx, request, { ...change, input: move }))) return;
    const dueAt = endOfDay(input.dueOn);
    await ctx.db
      .insert(supplements)
      .values({ id, requestId: request.id, agentId: actor.id, question, dueAt });
    const runAt = reminderBefore(dueAt, new Date());
    if (runAt) await notify(ctx, "reminder", request.id, { runAt });
  });
}
