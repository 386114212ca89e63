import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { accountClosures } from "@/db/schema/lifecycle";
import { endSessions } from "@/lib/connect/commands/end-sessions";
import { type Context, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { graceEnd } from "../model";
import { canAskClosure } from "../policy";
import { holdsRole } from "../queries";
import { closureNoticeJob } from "./send-notice";

const ROLE_HELD =
  "Vous êtes agent d’une collectivité\u00a0: votre compte ouvre votre espace de travail. Demandez d’abord à votre administrateur de retirer vos rôles.";

/**
 * Its owner wants it gone, in 30 days. Signed out everywhere but in the session `exceptUid`, whose browser leaves by
 * itself; services are told. Asked twice, it is asked once.
 */
export async function askClosure(ctx: Context, exceptUid?: string, now = new Date()) {
  const { actor } = ctx;
  if (actor.kind !== "account") throw forbidden();
  const { id } = actor;
  if (!canAskClosure(actor, { id, holdsRole: await holdsRole(id) })) throw conflict(ROLE_HELD);
  await transaction(ctx, async (ctx) => {
    const way = { cause: "owner" as const, askedAt: now, dueAt: graceEnd(now), remindedDays: null };
    const asked = await ctx.db
      .insert(accountClosures)
      .values({ accountId: id, ...way })
      .onConflictDoUpdate({
        target: accountClosures.accountId,
        set: way,
        setWhere: sql`${accountClosures.cause} = 'inactivity'`,
      })
      .returning({ accountId: accountClosures.accountId });
    if (asked.length === 0) return;
    await endSessions(ctx, id, { exceptUid });
    await recordEvent(ctx, "account.ask-closure", id, { dueAt: way.dueAt });
    await closureNoticeJob.enqueue(ctx, { accountId: id, what: "asked", noticeId: randomUUID() });
  });
}

/** Its owner came back and keeps it: everything is as before, but for the sessions. */
export function keepAccount(ctx: Context) {
  const { actor } = ctx;
  if (actor.kind !== "account") throw forbidden();
  return transaction(ctx, async (ctx) => {
    const kept = await ctx.db
      .delete(accountClosures)
      .where(and(eq(accountClosures.accountId, actor.id), eq(accountClosures.cause, "owner")))
      .returning({ accountId: accountClosures.accountId });
    if (kept.length > 0) await recordEvent(ctx, "account.keep", actor.id);
  });
}
