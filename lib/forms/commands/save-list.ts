import "server-only";
import { sql } from "drizzle-orm";
import { lists } from "@/db/schema/forms";
import { type Context, transaction } from "@/lib/context";
import { conflict, forbidden, parseInput } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { canAdminister } from "@/lib/organisations/policy";
import { withClosed } from "../model/lists";
import { type ListInput, listInput } from "../schemas/lists";

const TOO_MANY = "Cette liste garde trop de lignes retirées. Commencez une autre liste.";
const MOST_KEPT = 5_000;

/** Writes a list of an organisation over what it was. A row that is gone is no longer offered, but still read. */
export function saveList(ctx: Context, input: ListInput) {
  const { organisationId, key, ...list } = parseInput(listInput, input);
  return transaction(ctx, async (ctx) => {
    const isJob = ctx.actor.kind === "system";
    if (!isJob && !canAdminister(ctx.actor, organisationId)) throw forbidden();
    const before = await ctx.db
      .select({ rows: lists.rows })
      .from(lists)
      .where(sql`${lists.organisationId} = ${organisationId} and ${lists.key} = ${key}`)
      .for("update");
    const rows = withClosed(before[0]?.rows ?? [], list.rows);
    if (rows.length > MOST_KEPT) throw conflict(TOO_MANY);
    const values = { ...list, rows, readAt: new Date() };
    const [saved] = await ctx.db
      .insert(lists)
      .values({ organisationId, key, ...values })
      .onConflictDoUpdate({ target: [lists.organisationId, lists.key], set: values })
      .returning({ id: lists.id });
    if (!saved) throw forbidden();
    await recordEvent(ctx, "list.save", organisationId, { key, rows: list.rows.length });
    return saved;
  });
}
