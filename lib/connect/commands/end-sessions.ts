import "server-only";
import { and, eq, inArray, lt, ne, type SQL, sql } from "drizzle-orm";
import { oidcArtifacts, seenLogoutTokens, sessionDevices } from "@/db/schema/connect";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { SESSION_HOURS, type SessionEnd } from "../model";
import { dropOldDeliveries, sendLogout } from "./send-logout";

type Authorizations = Record<string, { sid?: string; grantId?: string }>;

/** The session is over; returns the name of the device it was open on. */
async function forgetDevice({ db }: Transaction, uid: string) {
  const [gone] = await db
    .delete(sessionDevices)
    .where(eq(sessionDevices.uid, uid))
    .returning({ name: sessionDevices.name });
  return gone?.name;
}

/** Tells each service of the session, in the background and until it answers, then forgets session and tokens; how many. */
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
  return sessions.length;
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

const AT_ONCE = 500;

/** Some of the artifacts that ran out, the oldest first: short transactions leave room for sign-ins. */
const overdue = (isSession: boolean) => {
  const kind = isSession ? eq(oidcArtifacts.model, "Session") : ne(oidcArtifacts.model, "Session");
  return sql`(${oidcArtifacts.model}, ${oidcArtifacts.id}) in (
    select model, id from ${oidcArtifacts}
    where ${kind} and ${lt(oidcArtifacts.expiresAt, sql`now() - interval '1 minute'`)}
    order by ${oidcArtifacts.expiresAt} limit ${AT_ONCE})`;
};

async function repeat(ctx: Context, run: (ctx: Transaction) => Promise<number>) {
  let done = AT_ONCE;
  while (done === AT_ONCE) done = await transaction(ctx, run);
}

/** Sessions that ran out end like the others; other artifacts are only deleted. */
export async function purgeExpired(ctx: Context) {
  await repeat(ctx, (ctx) => endWhere(ctx, "expired", overdue(true)));
  await repeat(ctx, async ({ db }) => {
    const gone = await db.delete(oidcArtifacts).where(overdue(false)).returning({ one: sql`1` });
    return gone.length;
  });
  await transaction(ctx, async (ctx) => {
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
    await dropOldDeliveries(ctx);
  });
}
