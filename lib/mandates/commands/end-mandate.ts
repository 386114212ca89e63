import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import { mandates } from "@/db/schema/mandates";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { otherSide, type Side, sideOf } from "../model";
import { canEnd } from "../policy";
import { getMandate, type Mandate } from "../queries";
import { tellBoth, writeTo } from "./both-sides";
import { endActingJob } from "./end-acting";

const RUNNING = inArray(mandates.status, ["asked", "active"]);

/** What is written and told when one side ends it; nothing when it was over already. */
const end = async (ctx: Transaction, mandate: Mandate, side: Side) => {
  const over = { status: "ended", endedAt: new Date(), ending: side, inviteeEmail: null } as const;
  const ended = await ctx.db
    .update(mandates)
    .set(over)
    .where(and(eq(mandates.id, mandate.id), RUNNING))
    .returning({ id: mandates.id });
  if (ended.length === 0) return;
  await tellBoth(ctx, "mandate.end", mandate, { ending: side });
  if (mandate.status !== "active") return;
  await endActingJob.enqueue(ctx, { mandateId: mandate.id });
  await writeTo(ctx, mandate.id, otherSide(side), "ended");
};

/**
 * Either of the two ends it, at once and without a reason (code civil, art. 2003 to 2007). What the helper holds opens
 * nothing from the next call on. Ended twice, it is ended once.
 */
export function endMandate(ctx: Context, id: string) {
  // recordEvent( in end.
  return transaction(ctx, async (ctx) => {
    const mandate = await getMandate(ctx, id);
    const side = sideOf(mandate, ctx.actor.id);
    if (!side) throw notFound("Mandat");
    if (canEnd(ctx.actor, mandate)) await end(ctx, mandate, side);
  });
}

/** An account is closed: it helps nobody and nobody acts for it. Joins the caller’s transaction, of a job or the account. */
export function endMandatesOf(ctx: Context, accountId: string) {
  // recordEvent( in end, for each.
  return transaction(ctx, async (ctx) => {
    const rows = await ctx.db
      .select({ id: mandates.id })
      .from(mandates)
      .where(
        and(RUNNING, or(eq(mandates.inviterId, accountId), eq(mandates.inviteeId, accountId))),
      );
    for (const { id } of rows) {
      const mandate = await getMandate(ctx, id);
      const side = sideOf(mandate, accountId);
      if (side) await end(ctx, mandate, side);
    }
  });
}
