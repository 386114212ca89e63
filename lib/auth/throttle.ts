import "server-only";
import { createHmac } from "node:crypto";
import { eq, type SQL, sql } from "drizzle-orm";
import { throttles } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { transaction } from "@/lib/context";
import { env } from "@/lib/env";

/**
 * `free` attempts at once, then a delay that doubles from `seconds` to `most`. They are forgotten little by little,
 * `free` an hour: what a busy network does all day long never adds up.
 */
export type ThrottleRule = { kind: string; free: number; seconds: number; most: number };

const keyOf = ({ kind }: ThrottleRule, value: string) =>
  createHmac("sha256", env().SECRET).update(`throttle:${kind}:${value}`).digest("base64url");

/**
 * Counts an attempt before it is made, so that parallel guesses are counted too. Returns 0 to go on, else
 * the seconds to wait. An attempt refused here counts for nothing: hammering does not prolong the wait.
 */
export function takeAttempt(rule: ThrottleRule, value: string): Promise<number> {
  const key = keyOf(rule, value);
  const { free, seconds, most } = rule;
  const worst = free + Math.ceil(Math.log2(most / seconds));
  const forgotten = sql`extract(epoch from now() - t.seen_at)::float8 * ${free / 3_600}::float8`;
  const failures = sql`least(greatest(t.failures - ${forgotten}, 0) + 1, ${worst}::float8)`;
  const wait = (n: SQL) =>
    sql`case when ${n} < ${free - 0.5}::float8 then 0
      else least(${most}::float8, ${seconds}::float8 * 2 ^ greatest(round(${n}) - ${free}::float8, 0)) end * interval '1 second'`;
  return transaction(system("throttle"), async ({ db }) => {
    // By the clock: of two at once, the one that began first may be counted last, « blocked » until the other's now().
    const [counted] = await db.execute(sql`
      insert into throttles as t (key, failures, blocked_until, seen_at)
      values (${key}, 1, now() + ${wait(sql`1::float8`)}, now())
      on conflict (key) do update
        set failures = ${failures}, blocked_until = now() + ${wait(failures)}, seen_at = now()
        where t.blocked_until <= clock_timestamp()
      returning t.failures`);
    if (counted) return 0;
    const [blocked] = await db
      .select({
        seconds: sql<number>`extract(epoch from ${throttles.blockedUntil} - now())::float8`,
      })
      .from(throttles)
      .where(eq(throttles.key, key));
    return Math.max(1, Math.ceil(blocked?.seconds ?? 1));
  });
}

/** The attempt was good: it no longer counts. */
export const giveBackAttempt = (rule: ThrottleRule, value: string) =>
  transaction(system("throttle"), ({ db }) =>
    db
      .update(throttles)
      .set({ failures: sql`greatest(${throttles.failures} - 1, 0)`, blockedUntil: sql`now()` })
      .where(eq(throttles.key, keyOf(rule, value))),
  );

/** Somebody proved who they are: nothing is held against them. */
export const forgetAttempts = (rule: ThrottleRule, value: string) =>
  transaction(system("throttle"), ({ db }) =>
    db.delete(throttles).where(eq(throttles.key, keyOf(rule, value))),
  );
