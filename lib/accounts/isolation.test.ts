import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { accountCodes } from "@/db/schema";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { DEMO_ACCOUNTS } from "@/db/seed/demo-accounts";
import { account, agent, only, resident, visitor } from "@/db/test/factories";
import { forgetJobs } from "@/db/test/jobs";
import { type Actor, system } from "@/lib/auth/actor";
import { takeAttempt } from "@/lib/auth/throttle";
import { read, transaction } from "@/lib/context";
import { askReset } from "./commands/reset-password";
import { canEditIdentity, canRead } from "./policy";

const { id } = only(DEMO_ACCOUNTS);
const TABLES = ["accounts", "account_codes", "throttles"] as const;

beforeEach(async () => {
  await forgetJobs();
  await seedDemoAccounts();
  await askReset({ email: "usager.bron@exemple.fr" }, "192.0.2.1");
  const row = { email: "neuf@exemple.fr", expiresAt: new Date() };
  await pool.insert(accountCodes).values({ ...row, kind: "change-email", accountId: id });
  await takeAttempt({ kind: "test", free: 1, seconds: 1, most: 1 }, "x");
});

/** How many rows of each table a query without any where clause gives to this actor. */
async function seenBy(actor: Actor) {
  const counts: number[] = [];
  for (const table of TABLES) {
    const rows = await read({ actor }, (db) =>
      db.execute(sql`select 1 from ${sql.identifier(table)}`),
    );
    counts.push(rows.length);
  }
  return counts;
}

describe("without any where clause", () => {
  test.for([
    ["the account", account(id), [1, 1, 0]],
    ["another account", account(DEMO_ACCOUNTS[1]?.id), [1, 0, 0]],
    ["an account that is not there", account(), [0, 0, 0]],
    ["a resident", resident(id), [0, 0, 0]],
    ["an agent", agent(), [0, 0, 0]],
    ["a visitor", visitor("a".repeat(64)), [0, 0, 0]],
  ] as const)("%s sees its own and nothing else", async ([, actor, rows]) => {
    expect(await seenBy(actor)).toEqual(rows);
  });

  test("a job sees all", async () => {
    expect(await seenBy(system("test").actor)).toEqual([DEMO_ACCOUNTS.length, 2, 3]);
  });

  test("nobody but the account itself changes it", async () => {
    for (const actor of [account(), resident(id), visitor()])
      await transaction({ actor }, ({ db }) =>
        db.execute(sql`update accounts set given_name = 'X'`),
      );
    const [changed] = await pool.execute(
      sql`select count(*)::int as n from accounts where given_name = 'X'`,
    );
    expect(changed).toEqual({ n: 0 });
  });
});

test.for([
  ["itself", account(id), true],
  ["another account", account(), false],
  ["a resident of the same id", resident(id), false],
  ["a job", system("test").actor, true],
] as const)("the policy says of %s what the tables say", async ([, actor, allowed]) => {
  expect(canRead(actor, { id })).toBe(allowed);
  expect(canEditIdentity(actor, { id, identityOrigin: "declared" })).toBe(allowed);
  expect(canEditIdentity(actor, { id, identityOrigin: "certified" })).toBe(false);
  const rows = await read({ actor }, (db) =>
    db.execute(sql`select 1 from accounts where id = ${id}`),
  );
  expect(rows.length === 1).toBe(allowed);
});
