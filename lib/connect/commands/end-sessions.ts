import "server-only";
import { and, eq, inArray, ne, type SQL } from "drizzle-orm";
import { oidcArtifacts, sessionDevices } from "@/db/schema/connect";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { recordEvent, recordEvents } from "@/lib/events/commands";
import type { SessionEnd } from "../model";
import { sendLogout } from "./send-logout";

type Authorizations = Record<string, { sid?: string; grantId?: string }>;

/** A session that was just deleted. */
export type Ended = {
  uid: string | null;
  accountId: string | null;
  payload: Record<string, unknown>;
};

/** These sessions are over; returns the names of the devices they were open on, by session. */
async function forgetDevices({ db }: Transaction, uids: readonly string[]) {
  const gone = await db
    .delete(sessionDevices)
    .where(inArray(sessionDevices.uid, [...uids]))
    .returning({ uid: sessionDevices.uid, name: sessionDevices.name });
  return new Map(gone.map(({ uid, name }) => [uid, name]));
}

const openedBy = ({ payload }: Ended) =>
  Object.entries((payload.authorizations ?? {}) as Authorizations);

/** Tells each service of these sessions, in the background and until it answers, then forgets their tokens. */
export async function closeSessions(ctx: Transaction, why: SessionEnd, sessions: readonly Ended[]) {
  const ended = sessions.flatMap(({ accountId, ...session }) =>
    accountId ? [{ ...session, accountId, opened: openedBy({ ...session, accountId }) }] : [],
  );
  if (ended.length === 0) return;
  const logouts = ended.flatMap(({ accountId, opened }) =>
    opened.map(([clientId, { sid = "" }]) => ({ clientId, accountId, sid })),
  );
  const grants = ended.flatMap(({ opened }) =>
    opened.flatMap(([, { grantId }]) => (grantId ? [grantId] : [])),
  );
  if (logouts.length > 0) await sendLogout.enqueueAll(ctx, logouts);
  if (grants.length > 0)
    await ctx.db.delete(oidcArtifacts).where(inArray(oidcArtifacts.grantId, grants));
  const devices = await forgetDevices(
    ctx,
    ended.flatMap(({ uid }) => uid ?? []),
  );
  await recordEvents(
    ctx,
    "session.end",
    ended.map(({ uid, accountId, opened }) => {
      const device = devices.get(uid ?? "");
      const details = { why, clients: opened.length, ...(device ? { device } : {}) };
      return { subjectId: accountId, details };
    }),
  );
}

/** Ends the sessions in question; how many. */
async function endWhere(ctx: Transaction, why: SessionEnd, which: SQL | undefined) {
  const sessions = await ctx.db
    .delete(oidcArtifacts)
    .where(and(eq(oidcArtifacts.model, "Session"), which))
    .returning({
      uid: oidcArtifacts.uid,
      accountId: oidcArtifacts.accountId,
      payload: oidcArtifacts.payload,
    });
  await closeSessions(ctx, why, sessions);
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
    const device = (await forgetDevices(ctx, [uid])).get(uid);
    const why: SessionEnd = "signed-out";
    await recordEvent(ctx, "session.end", accountId, { why, ...(device ? { device } : {}) });
  });
}
