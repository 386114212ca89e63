import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { lt, sql } from "drizzle-orm";
import { oidcArtifacts, seenLogoutTokens, sessionDevices } from "@/db/schema/connect";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { SESSION_HOURS } from "../model";
import { closeSessions, type Ended } from "./end-sessions";
import { dropOldDeliveries } from "./send-logout";

/** Few at once, and a rest four times as long as the work: whoever signs in meanwhile does not notice. */
const AT_ONCE = 100;
const RESTS = 4;
const LEAST_REST_MS = 20;

type Gone = Ended & { model: string; expiresAt: string };

/** Lost with the machine, a removal is done again: its transaction need not wait for the disk. */
const withoutWaiting = ({ db }: Transaction) =>
  db.execute(sql`select set_config('synchronous_commit', 'off', true)`);

/**
 * The oldest of what ran out at least a minute ago, from `since` on: what was removed before is not walked through
 * again. What another worker is removing is left to it.
 */
async function removeSome(ctx: Context, since: string) {
  return transaction(ctx, async (ctx) => {
    await withoutWaiting(ctx);
    const gone = await ctx.db.execute<Gone>(sql`
      delete from ${oidcArtifacts} where ctid = any(array(
        select ctid from ${oidcArtifacts}
        where ${oidcArtifacts.expiresAt} >= ${since}::timestamptz
          and ${lt(oidcArtifacts.expiresAt, sql`now() - interval '1 minute'`)}
        order by ${oidcArtifacts.expiresAt} limit ${AT_ONCE} for update skip locked))
      returning model, uid, account_id as "accountId", expires_at::text as "expiresAt",
        case when model = 'Session' then payload else '{}' end as payload`);
    const sessions = gone.filter(({ model }) => model === "Session");
    await closeSessions(ctx, "expired", sessions);
    return gone;
  });
}

const EVER = "-infinity";

/** Sessions that ran out end like the others; other artifacts are only deleted. */
export async function purgeExpired(ctx: Context) {
  for (let since = EVER; ; ) {
    const startedAt = performance.now();
    const gone = await removeSome(ctx, since);
    if (gone.length < AT_ONCE) break;
    since =
      gone
        .map(({ expiresAt }) => expiresAt)
        .sort()
        .at(-1) ?? since;
    await sleep(Math.max(LEAST_REST_MS, RESTS * (performance.now() - startedAt)));
  }
  await transaction(ctx, async (ctx) => {
    // Of a session that the library replaced by itself.
    await ctx.db.delete(sessionDevices).where(
      sql`${sessionDevices.openedAt} < now() - ${SESSION_HOURS} * interval '1 hour'
          and not exists (select from ${oidcArtifacts}
            where ${oidcArtifacts.model} = 'Session' and ${oidcArtifacts.uid} = ${sessionDevices.uid})`,
    );
    await ctx.db.delete(seenLogoutTokens).where(lt(seenLogoutTokens.expiresAt, sql`now()`));
    await dropOldDeliveries(ctx);
  });
}
