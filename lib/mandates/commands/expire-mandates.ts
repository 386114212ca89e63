import "server-only";
import { and, eq, lt, sql } from "drizzle-orm";
import { mandates } from "@/db/schema/mandates";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { getMandate } from "../queries";
import { tellBoth, writeTo } from "./both-sides";
import { endActingJob } from "./end-acting";

const over = (ending: "expired" | "unanswered") =>
  ({ status: "ended", endedAt: sql`now()`, ending, inviteeEmail: null }) as const;

const ID = { id: mandates.id };

async function expire(ctx: Transaction) {
  const isDue = and(eq(mandates.status, "active"), lt(mandates.endsAt, sql`now()`));
  const ended = await ctx.db.update(mandates).set(over("expired")).where(isDue).returning(ID);
  for (const { id } of ended) {
    await tellBoth(ctx, "mandate.end", await getMandate(ctx, id), { ending: "expired" });
    await endActingJob.enqueue(ctx, { mandateId: id });
    for (const side of ["person", "helper"] as const) await writeTo(ctx, id, side, "expired");
  }
}

async function dropUnanswered(ctx: Transaction) {
  const isLate = and(eq(mandates.status, "asked"), lt(mandates.answerBy, sql`now()`));
  const ended = await ctx.db.update(mandates).set(over("unanswered")).where(isLate).returning(ID);
  for (const { id } of ended)
    await tellBoth(ctx, "mandate.end", await getMandate(ctx, id), { ending: "unanswered" });
}

/** Mandates past their end, told to both; propositions that nobody answered, told to whoever made them. */
export function expireMandates(ctx: Context) {
  // recordEvent( for each, through tellBoth.
  return transaction(ctx, async (ctx) => {
    await expire(ctx);
    await dropUnanswered(ctx);
  });
}
