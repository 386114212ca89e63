import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { clientTrials } from "@/db/schema/partners";
import { system } from "@/lib/auth/actor";
import { type Context, transaction } from "@/lib/context";
import { forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { TRIAL_MINUTES, TRIALS, type Trial } from "../model/checks";
import { getClient } from "../queries/clients";
import { getMember } from "../queries/members";

/**
 * The next sign-ins of a sandbox client are answered wrong, one way each, in this order. Asked again, it starts over.
 */
export function armTrials(
  ctx: Context,
  organisationId: string,
  clientId: string,
  which: readonly Trial[] = TRIALS,
) {
  return transaction(ctx, async (ctx) => {
    await getMember(ctx, organisationId);
    const client = await getClient(ctx, organisationId, clientId);
    if (client.environment !== "sandbox") throw forbidden();
    const waiting = and(eq(clientTrials.clientId, clientId), isNull(clientTrials.sentAt));
    await ctx.db.delete(clientTrials).where(waiting);
    const now = Date.now();
    await ctx.db.insert(clientTrials).values(
      which.map((check, rank) => ({
        clientId,
        organisationId,
        check,
        armedAt: new Date(now + rank),
        expiresAt: new Date(now + TRIAL_MINUTES * 60_000),
      })),
    );
    await recordEvent(ctx, "partner.arm-trial", organisationId, { clientId, which });
  });
}

/** The wrong answers still owed are owed no more. */
export function disarmTrials(ctx: Context, organisationId: string, clientId: string) {
  return transaction(ctx, async (ctx) => {
    await getMember(ctx, organisationId);
    const waiting = and(eq(clientTrials.clientId, clientId), isNull(clientTrials.sentAt));
    await ctx.db.delete(clientTrials).where(waiting);
    await recordEvent(ctx, "partner.arm-trial", organisationId, { clientId, which: [] });
  });
}

/** The oldest wrong answer owed to this client, if it is of these kinds: it is then sent, once. `sentWith`: a hash. */
export const takeTrial = (clientId: string, kinds: readonly Trial[], sentWith: string) =>
  transaction(system("trials"), async ({ db }) => {
    const next = db
      .select({ id: clientTrials.id })
      .from(clientTrials)
      .where(
        and(
          eq(clientTrials.clientId, clientId),
          isNull(clientTrials.sentAt),
          sql`${clientTrials.expiresAt} > now()`,
        ),
      )
      .orderBy(clientTrials.armedAt, clientTrials.id)
      .limit(1);
    const [taken] = await db
      .update(clientTrials)
      .set({ sentAt: new Date(), sentWith })
      .where(
        and(
          eq(clientTrials.id, sql`(${next})`),
          isNull(clientTrials.sentAt),
          sql`${clientTrials.check} = any(${sql.param([...kinds])})`,
        ),
      )
      .returning({ check: clientTrials.check });
    return taken?.check ?? null;
  });

/** The client went on with what a wrong answer gave it; false when nothing was wrong with this one. */
export const noteTaken = (clientId: string, sentWith: string) =>
  transaction(system("trials"), async ({ db }) => {
    const taken = await db
      .update(clientTrials)
      .set({ takenAt: sql`coalesce(${clientTrials.takenAt}, now())` })
      .where(and(eq(clientTrials.clientId, clientId), eq(clientTrials.sentWith, sentWith)))
      .returning({ id: clientTrials.id });
    return taken.length > 0;
  });
