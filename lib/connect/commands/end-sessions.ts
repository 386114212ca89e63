import "server-only";
import { and, eq, inArray, lt, ne, type SQL, sql } from "drizzle-orm";
import { oidcArtifacts, seenLogoutTokens } from "@/db/schema/connect";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { sendLogout } from "./send-logout";

type Authorizations = Record<string, { sid?: string; grantId?: string }>;

/** Tells each service of the session, in the background and until it answers, then forgets session and tokens. */
async function endWhere(ctx: Transaction, which: SQL | undefined) {
  const sessions = await ctx.db
    .delete(oidcArtifacts)
    .where(and(eq(oidcArtifacts.model, "Session"), which))
    .returning({ accountId: oidcArtifacts.accountId, payload: oidcArtifacts.payload });
  for (const { accountId, payload } of sessions) {
    if (!accountId) continue;
    const authorizations = Object.entries((payload.authorizations ?? {}) as Authorizations);
    for (const [clientId, { sid = "" }] of authorizations)
      await sendLogout.enqueue(ctx, { clientId, accountId, sid });
    const grants = authorizations.flatMap(([, { grantId }]) => (grantId ? [grantId] : []));
    if (grants.length > 0)
      await ctx.db.delete(oidcArtifacts).where(inArray(oidcArtifacts.grantId, grants));
    await recordEvent(ctx, "session.end", accountId, { clients: authorizations.length });
  }
}

/** Signs an account out everywhere, or everywhere but in the session `exceptUid`. */
export function endSessions(
  ctx: Context,
  accountId: string,
  { exceptUid }: { exceptUid?: string | undefined } = {},
) {
  // recordEvent( in endWhere, one for each session.
  return transaction(ctx, (ctx) =>
    endWhere(
      ctx,
      and(
        eq(oidcArtifacts.accountId, accountId),
        exceptUid ? ne(oidcArtifacts.uid, exceptUid) : undefined,
      ),
    ),
  );
}

/** Ends one session: the person signs out of this browser, and with it of every service it opened. */
export function endSession(ctx: Context, uid: string) {
  // recordEvent( in endWhere.
  return transaction(ctx, (ctx) => endWhere(ctx, eq(oidcArtifacts.uid, uid)));
}

/** Sessions that ran out end like the others; other artifacts are only deleted. */
export function purgeExpired(ctx: Context) {
  // recordEvent( in endWhere, for each session.
  const isOver = lt(oidcArtifacts.expiresAt, sql`now() - interval '1 minute'`);
  return transaction(ctx, async (ctx) => {
    await endWhere(ctx, isOver);
    await ctx.db.delete(oidcArtifacts).where(and(ne(oidcArtifacts.model, "Session"), isOver));
    await ctx.db.delete(seenLogoutTokens).where(lt(seenLogoutTokens.expiresAt, sql`now()`));
  });
}
