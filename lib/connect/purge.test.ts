import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { events, oidcArtifacts } from "@/db/schema";
import { createAccount } from "@/db/test/connect";
import { system } from "@/lib/auth/actor";
import { purgeExpired } from "./commands/purge-expired";

/** Artifacts that ran out so many minutes ago, one in ten a session. */
async function expired(many: number, minutes: number, prefix = `at-${minutes}-`) {
  const { id } = await createAccount();
  await pool.execute(sql`
    insert into oidc_artifacts (model, id, uid, payload, account_id, expires_at)
    select case when n % 10 = 0 then 'Session' else 'AccessToken' end, ${prefix} || n,
      case when n % 10 = 0 then ${prefix} || n end, '{}', ${id},
      now() - ${minutes} * interval '1 minute' - (n / 7) * interval '1 second'
    from generate_series(1, ${many}) n`);
}

const left = () => pool.$count(oidcArtifacts);

test("removes all that ran out, in several goes; the end of each session is in the journal", async () => {
  await expired(350, 2);
  await expired(30, -5);
  await purgeExpired(system("test"));
  expect(await left()).toBe(30);
  const ends = await pool.select().from(events).where(eq(events.action, "session.end"));
  expect(ends).toHaveLength(35);
  expect(ends[0]?.details).toEqual({ why: "expired", clients: 0 });
});

test("leaves to another worker what that one is removing", async () => {
  await expired(20, 2);
  await pool.transaction(async (other) => {
    await other.execute(sql`select from oidc_artifacts where id like 'at-2-1%' for update`);
    await purgeExpired(system("test"));
    expect(await left()).toBe(11);
  });
  await purgeExpired(system("test"));
  expect(await left()).toBe(0);
});
