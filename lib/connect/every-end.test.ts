import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { pool } from "@/db/client";
import { accounts, oidcArtifacts } from "@/db/schema";
import { createAccount } from "@/db/test/connect";
import { account } from "@/db/test/factories";
import { forgetJobs } from "@/db/test/jobs";
import { changePassword } from "@/lib/accounts/commands/change-password";
import { takeBack } from "@/lib/accounts/commands/take-back";
import { system } from "@/lib/auth/actor";
import { transaction } from "@/lib/context";
import { hashPassword } from "@/lib/integrations/password";
import { closeAccount } from "@/lib/lifecycle/commands/close-account";
import { endSession, endSessions } from "./commands/end-sessions";
import { openSession } from "./commands/open-session";
import { purgeExpired } from "./commands/purge-expired";
import { findSession } from "./queries";

const ctx = system("test");
const PASSWORD = "cormoran vélo tiroir";
let accountId: string;
let email: string;
let uid: string;

beforeEach(async () => {
  ({ id: accountId, email } = await createAccount());
  await pool.update(accounts).set({ passwordHash: await hashPassword(PASSWORD) });
  const { cookie } = await openSession(ctx, accountId, false);
  uid = (await findSession(cookie))?.uid ?? "";
  const authorizations = { bus: { sid: "s1", grantId: "g1" }, eau: { sid: "s2", grantId: "g2" } };
  const opened = JSON.stringify({ authorizations });
  await pool.update(oidcArtifacts).set({ payload: sql`payload || ${opened}::jsonb` });
  await pool
    .insert(oidcArtifacts)
    .values({ model: "AccessToken", id: "t", payload: {}, grantId: "g1", accountId });
  await forgetJobs();
});

const told = async () => {
  const rows = await pool.execute<{ told: string }>(sql`
    select distinct j.payload ->> 'clientId' as told from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'connect.send-logout' order by 1`);
  return rows.map((row) => row.told);
};

const self = () => ({ actor: account(accountId) });

test.for<[string, () => Promise<unknown>]>([
  ["signing out of this browser", () => endSession(ctx, uid)],
  ["signing out of one device", () => endSessions(self(), accountId, { onlyUid: uid })],
  ["signing out everywhere", () => endSessions(self(), accountId)],
  ["a change of password", () => changePassword(self(), { password: "tambour lilas fenêtre" })],
  [
    "« ce n’était pas moi »",
    () => transaction(ctx, (ctx) => takeBack(ctx, { accountId, email, since: new Date() })),
  ],
  [
    "the closure of the account",
    () => transaction(ctx, (ctx) => closeAccount(ctx, accountId, "owner")),
  ],
  [
    "the end of its time",
    async () => {
      await pool.update(oidcArtifacts).set({ expiresAt: new Date(Date.now() - 120_000) });
      await purgeExpired(ctx);
    },
  ],
])("%s ends the session, its tokens, and tells every service", async ([, end]) => {
  await end();
  expect(await told()).toEqual(["bus", "eau"]);
  expect(await pool.$count(oidcArtifacts)).toBe(0);
});
