import "server-only";
import { and, eq, inArray, lt, ne, type SQL, sql } from "drizzle-orm";
import { oidcArtifacts, seenLogoutTokens, sessionDevices } from "@/db/schema/connect";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { SESSION_HOURS, type SessionEnd } from "../model";
import { sendLogout } from "./send-logout";

type Authorizations = Record<string, { sid?: string; grantId?: string }>;

/** The session is over; returns the name of the device it was open on. */
async function forgetDevice({ db }: Transaction, uid: string) {
  const [gone] = await db
    .delete(sessionDevices)
    .where(eq(sessionDevices.uid, uid))
    .returning({ name: sessionDevices.name });
  return gone?.name;
}

/** Tells each service of the session, in the background and until it answers, then forgets session and tokens. */
async function endWhere(ctx: Transaction, why: SessionEnd, which: SQL | undefined) {
  const sessions = await ctx.db
    .delete(oidcArtifacts)
    .where(and(eq(oidcArtifacts.model, "Session"), which))
    .returning({
      uid: oidcArtifacts.uid,
      accountId: oidcArtifacts.accountId,
      payload: oidcArtifacts.payload,
    });
  for (const { uid, accountId, payload } of sessions) {
    if (!accountId) continue;
    const authorizations = Object.entries((payload.authorizations ?? {}) as Authorizations);
    for (const [clientId, { sid = "" }] of authorizations)
      await sendLogout.enqueue(ctx, { clientId, accountId, sid });
    const grants = authorizations.flatMap(([, { grantId }]) => (grantId ? [grantId] : []));
    if (grants.length > 0)
      await ctx.db.delete(oidcArtifacts).where(inArray(oidcArtifacts.grantId, grants));
    const device = await forgetDevice(ctx, uid ?? "");
    const details = { why, clients: authorizations.length, ...(device ? { device } : {}) };
    await recordEvent(ctx, "session.end", accountId, details);
  }
}

type Which = { exceptUid?: string | undefined; onlyUid?: string | undefined };

/** Signs an account out everywhere, everywhere but in the session `exceptUid`, or in the session `onlyUid` alone. */
export function endSessions(ctx: Context, accountId: string, { exceptUid, onlyUid }: Which = {}) {
  return transaction(ctx, (ctx) =>
    endWhere(
      ctx,
      "closed",
      and(
        eq(oidcArtifacts.accountId, accountId),
        onlyUid ? eq(oidcArtifacts.uid, onlyUid) : undefined,
        exceptUid ? ne(oidcArtifacts.uid, exceptUid) : undefined,
      ),
    ),
  );
}

/** Ends one session: the person signs out of this browser, and with it of every service it opened. */
export function endSession(ctx: Context, uid: string) {
  return transaction(ctx, (ctx) => endWhere(ctx, "signed-out", eq(oidcArtifacts.uid, uid)));
}

/** The library ended this session by itself, and told its services. */
export function noteSessionEnd(
  ctx: Context,
  { uid, accountId }: { uid: string; accountId: string },
) {
  return transaction(ctx, async (ctx) => {
    const device = await forgetDevice(ctx, uid);
    const why: SessionEnd = "signed-out";
    await recordEvent(ctx, "session.end", accountId, { why, ...(device ? { device } : {}) });
  });
}

/** Sessions that ran out end like the others; other artifacts are only deleted. */
export function purgeExpired(ctx: Context) {
  const isOver = lt(oidcArtifacts.expiresAt, sql`now() - interval '1 minute'`);
  return transaction(ctx, async (ctx) => {
    await endWhere(ctx, "expired", isOver);
    await ctx.db.delete(oidcArtifacts).where(and(ne(oidcArtifacts.model, "Session"), isOver));
    // Of a session that the library replaced by itself.
    await ctx.db
      .delete(sessionDevices)
      .where(
        and(
          lt(sessionDevices.openedAt, sql`now() - ${SESSION_HOURS} * interval '1 hour'`),
          sql`not exists (select from ${oidcArtifacts} where ${oidcArtifacts.model} = 'Session' and ${oidcArtifacts.uid} = ${sessionDevices.uid})`,
        ),
      );
    await ctx.db.delete(seenLogoutTokens).where(lt(seenLogoutTokens.expiresAt, sql`now()`));
  });
}
