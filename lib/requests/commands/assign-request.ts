import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import { type Context, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { isOpen, OPEN_STATUSES } from "../model";
import { canTreat } from "../policy";
import { isStillFresh } from "../queries/freshness";
import { getRequest } from "../queries/get-request";
import type { BulkAssignInput, ChangeInput } from "../schemas";
import { changeRequest } from "./change-request";

/** « Me l’attribuer »: also from a colleague, who sees it in the history. */
export function assignRequest(ctx: Context, { reference, revision }: ChangeInput) {
  return transaction(ctx, async (ctx) => {
    const { actor } = ctx;
    const request = await getRequest(ctx, reference);
    if (actor.kind !== "agent" || !canTreat(actor, request)) throw forbidden();
    const change = { revision, action: "request.assign" } as const;
    if (!(await isStillFresh(ctx, request, change))) return;
    if (!isOpen(request.status)) throw conflict("Cette demande est terminée.");
    await changeRequest(ctx, request.id, { ...change, values: { assigneeId: actor.id } });
  });
}

/** « Rendre à la file » */
export function releaseRequest(ctx: Context, { reference, revision }: ChangeInput) {
  return transaction(ctx, async (ctx) => {
    const { actor } = ctx;
    const request = await getRequest(ctx, reference);
    if (actor.kind !== "agent" || !canTreat(actor, request)) throw forbidden();
    const change = { revision, action: "request.release" } as const;
    if (!(await isStillFresh(ctx, request, change))) return;
    if (request.assigneeId !== actor.id) throw conflict("Cette demande n’est pas à vous.");
    await changeRequest(ctx, request.id, { ...change, values: { assigneeId: null } });
  });
}

/** « Me les attribuer »: those still free, of the agent's units. Returns how many of these the agent has now. */
export function assignRequests(ctx: Context, { ids }: BulkAssignInput) {
  return transaction(ctx, async (ctx) => {
    const { actor, db } = ctx;
    if (actor.kind !== "agent") throw forbidden();
    const taken = await db
      .update(requests)
      .set({ assigneeId: actor.id, revision: sql`${requests.revision} + 1` })
      .where(
        and(
          inArray(requests.id, ids),
          inArray(requests.unitId, [...actor.unitIds]),
          inArray(requests.status, [...OPEN_STATUSES]),
          isNull(requests.assigneeId),
        ),
      )
      .returning({ id: requests.id, revision: requests.revision });
    for (const { id, revision } of taken)
      await recordEvent(ctx, "request.assign", id, { revision: revision - 1 });
    return db.$count(requests, and(inArray(requests.id, ids), eq(requests.assigneeId, actor.id)));
  });
}
