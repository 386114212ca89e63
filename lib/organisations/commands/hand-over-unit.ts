import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { units } from "@/db/schema/organisations";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { forbidden, invalid, notFound, parseInput } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { handOverProcedures } from "@/lib/procedures/commands";
import { handOverRequests } from "@/lib/requests/commands/hand-over-requests";
import { canAdminister } from "../policy";
import { type HandOverInput, handOverInput } from "../schemas";

/** Both units, open, of this organisation, and held until the end: neither closes meanwhile. */
async function lockBoth({ db }: Transaction, organisationId: string, ids: [string, string]) {
  const [from, to] = ids;
  if (from === to) throw invalid({ vers: "Choisissez un autre service que celui-ci" });
  const open = await db
    .select({ id: units.id })
    .from(units)
    .where(
      and(inArray(units.id, ids), eq(units.organisationId, organisationId), isNull(units.closedAt)),
    )
    .orderBy(asc(units.id))
    .for("update");
  if (!open.some(({ id }) => id === from)) throw notFound("Service");
  if (!open.some(({ id }) => id === to))
    throw invalid({ vers: "Ce service est fermé\u00a0: choisissez-en un autre" });
}

/**
 * Gives a unit's running requests, its procedures, or both to another unit of the organisation, so that it can be
 * closed. Done twice, the second time finds nothing left.
 */
export function handOverUnit(ctx: Context, input: HandOverInput) {
  const { organisationId, unitId, toUnitId, what } = parseInput(handOverInput, input);
  return transaction(ctx, async (ctx) => {
    if (!canAdminister(ctx.actor, organisationId)) throw forbidden();
    await lockBoth(ctx, organisationId, [unitId, toUnitId]);
    const place = { organisationId, unitId, toUnitId };
    const procedures = what.includes("procedures") ? await handOverProcedures(ctx, place) : 0;
    const requests = what.includes("requests") ? await handOverRequests(ctx, place) : 0;
    if (procedures + requests > 0)
      await recordEvent(ctx, "unit.hand-over", unitId, { to: toUnitId, procedures, requests });
  });
}
