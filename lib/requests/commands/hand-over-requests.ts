import "server-only";
import { sql } from "drizzle-orm";
import { type Context, transaction } from "@/lib/context";
import { forbidden } from "@/lib/errors";
import { canAdminister } from "@/lib/organisations/policy";

type HandOver = { organisationId: string; unitId: string; toUnitId: string };

/**
 * Every running request of a unit goes to another one of the organisation, and stays with whoever has it if they
 * work there too. An administrator reads no request: the database moves them, records it, and tells how many they were.
 */
export function handOverRequests(ctx: Context, { organisationId, unitId, toUnitId }: HandOver) {
  return transaction(ctx, async (ctx) => {
    if (!canAdminister(ctx.actor, organisationId)) throw forbidden();
    const [row] = await ctx.db.execute<{ moved: number }>(
      sql`select hand_over_requests(${unitId}::uuid, ${toUnitId}::uuid) as moved`,
    );
    return row?.moved ?? 0;
  });
}
