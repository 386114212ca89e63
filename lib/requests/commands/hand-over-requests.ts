import "server-only";
import { sql } from "drizzle-orm";
import { type Context, transaction } from "@/lib/context";
import { forbidden } from "@/lib/errors";
import { recordEvents } from "@/lib/events/commands";
import { canAdminister } from "@/lib/organisations/policy";

type HandOver = {
  organisationId: string;
  unitId: string;
  to: { id: string; name: string };
};

/**
 * Every running request of a unit goes to another one of the organisation, and stays with whoever has it if they
 * work there too. An administrator reads no request: the database moves them, and tells how many they were.
 */
export function handOverRequests(ctx: Context, { organisationId, unitId, to }: HandOver) {
  return transaction(ctx, async (ctx) => {
    if (!canAdminister(ctx.actor, organisationId)) throw forbidden();
    const moved = await ctx.db.execute<{ id: string; revision: number }>(
      sql`select id, revision from hand_over_requests(${unitId}::uuid, ${to.id}::uuid)`,
    );
    const details = { from: unitId, to: to.id, unitName: to.name };
    await recordEvents(
      ctx,
      "request.hand-over",
      moved.map(({ id, revision }) => ({ subjectId: id, details: { ...details, revision } })),
    );
    return moved.length;
  });
}
