import "server-only";
import { and, eq } from "drizzle-orm";
import { procedureProviders } from "@/db/schema/procedures";
import { type Context, transaction } from "@/lib/context";
import { forbidden } from "@/lib/errors";
import { recordEvents } from "@/lib/events/commands";
import { canAdminister } from "@/lib/organisations/policy";

type HandOver = { organisationId: string; unitId: string; toUnitId: string };

/** What is sent from now on comes to the other unit. Returns how many procedures changed hands. */
export function handOverProcedures(ctx: Context, { organisationId, unitId, toUnitId }: HandOver) {
  return transaction(ctx, async (ctx) => {
    if (!canAdminister(ctx.actor, organisationId)) throw forbidden();
    const moved = await ctx.db
      .update(procedureProviders)
      .set({ unitId: toUnitId })
      .where(
        and(
          eq(procedureProviders.unitId, unitId),
          eq(procedureProviders.organisationId, organisationId),
        ),
      )
      .returning({ id: procedureProviders.id });
    const details = { from: unitId, to: toUnitId };
    await recordEvents(
      ctx,
      "procedure.hand-over",
      moved.map(({ id }) => ({ subjectId: id, details })),
    );
    return moved.length;
  });
}
