import { createHash, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { consentRecords } from "@/db/schema";
import { createAccount, createClient } from "@/db/test/connect";
import { account } from "@/db/test/factories";
import { system } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import { giveConsent, refuseConsent, withdrawConsent } from "./commands/decide";
import { findActiveConsent, listConsents, verifyLedger } from "./queries";

const auditor = system("test");

/** Somebody with the owner's rights on the database; what they did is undone. */
async function foundAfter(statement: ReturnType<typeof sql>) {
  let problem: string | null = null;
  const act = pool.transaction(async (db) => {
    await db.execute(sql`alter table consent_records disable trigger user`);
    await db.execute(statement);
    problem = (await verifyLedger({ ...auditor, db })).problem;
    throw new Error("undone");
  });
  await expect(act).rejects.toThrow("undone");
  return problem;
}

const RECORDS = 6;

/** Each column, and a value that it does not hold. */
const FORGED: Record<string, ReturnType<typeof sql>> = {
  id: sql`gen_random_uuid()`,
  account_id: sql`gen_random_uuid()`,
  client_id: sql`client_id || 'x'`,
  notice_id: sql`gen_random_uuid()`,
  act: sql`case act when 'given' then 'withdrawn' else 'given' end`,
  place: sql`case place when 'demo' then 'my-data' else 'demo' end`,
  items: sql`items || '{x}'`,
  text: sql`text || ' '`,
  at: sql`at + interval '1 microsecond'`,
  expires_at: sql`coalesce(expires_at, now()) + interval '1 second'`,
  previous_hash: sql`md5(previous_hash)`,
  hash_version: sql`3 - hash_version`,
  hash: sql`md5(hash)`,
};

test("whoever changes anything in any record of the ledger is found out, at that record", async () => {
  const { id: accountId } = await createAccount();
  const { id: clientId } = await createClient("piscines");
  const decision = { accountId, clientId, place: "consent-page" } as const;
  const mine = { actor: account(accountId) };
  for (let n = 0; n < RECORDS / 2; n++) {
    await giveConsent(mine, { ...decision, ticked: n % 2 ? ["phone"] : [] });
    await withdrawConsent(mine, decision);
  }
  expect(await verifyLedger(auditor)).toEqual({ records: RECORDS, problem: null });
  for (const [column, value] of Object.entries(FORGED))
    for (let seq = 1; seq <= RECORDS; seq++) {
      const name = sql.identifier(column);
      const found = await foundAfter(
        sql`update consent_records set ${name} = ${value} where seq = ${seq}`,
      );
      expect(found, `${column} of ${seq}`).toMatch(new RegExp(`^${seq}: `));
    }
  for (let seq = 1; seq <= RECORDS; seq++)
    expect(await foundAfter(sql`delete from consent_records where seq = ${seq}`)).not.toBeNull();
  const swapped = sql`update consent_records set seq = case seq when 2 then 1002 else 1003 end where seq in (2, 3);
    update consent_records set seq = 1005 - seq where seq > 1000`;
  expect(await foundAfter(swapped)).toMatch(/^2: /);
  expect(await verifyLedger(auditor)).toEqual({ records: RECORDS, problem: null });
});

test("a column added to the ledger is in its proof too", async () => {
  const columns = await pool.execute<{ name: string }>(sql`
    select attname as name from pg_attribute
    where attrelid = 'consent_records'::regclass and attnum > 0 and not attisdropped`);
  expect(columns.map(({ name }) => name).sort()).toEqual(["seq", ...Object.keys(FORGED)].sort());
});

test("what one item holds cannot pass for two", async () => {
  const { id: accountId } = await createAccount();
  const { id: clientId } = await createClient("piscines");
  await giveConsent(
    { actor: account(accountId) },
    {
      ...{ accountId, clientId, place: "consent-page", ticked: ["phone"] },
    },
  );
  const [record] = await pool
    .select()
    .from(consentRecords)
    .where(eq(consentRecords.accountId, accountId));
  expect(record?.items).toEqual(["identity", "phone"]);
  const forged = sql`update consent_records set items = '{"identity,phone"}' where seq = ${record?.seq}`;
  expect(await foundAfter(forged)).toMatch(/altered/);
});

test("records from before that are still checked by the rule they were written under", async () => {
  const { id: accountId } = await createAccount();
  const { id: clientId } = await createClient("piscines");
  await giveConsent(
    { actor: account(accountId) },
    {
      ...{ accountId, clientId, place: "consent-page", ticked: [] },
    },
  );
  await pool.transaction(async (db) => {
    await db.execute(sql`alter table consent_records disable trigger user`);
    const [old] = await db.update(consentRecords).set({ hashVersion: 1 }).returning();
    if (!old) throw new Error("no record");
    const [written] = await db.execute<{ at: string; until: string }>(sql`
      select at::text, expires_at::text as until from consent_records`);
    const { seq, id, noticeId, act, place, items, text } = old;
    const content = [seq, id, accountId, clientId, noticeId, act, place, items.join(","), text];
    const sealed = [...content, written?.at, written?.until, ""].join("\x1f");
    await db
      .update(consentRecords)
      .set({ hash: createHash("sha256").update(sealed).digest("hex") });
    await db.execute(sql`alter table consent_records enable trigger user`);
  });
  await withdrawConsent({ actor: account(accountId) }, { accountId, clientId, place: "my-data" });
  const versions = await pool
    .select({ version: consentRecords.hashVersion })
    .from(consentRecords)
    .orderBy(consentRecords.seq);
  expect(versions.map(({ version }) => version)).toEqual([1, 2]);
  expect(await verifyLedger(auditor)).toEqual({ records: 2, problem: null });
  const forged = sql`update consent_records set items = '{identity,x}' where seq = 1`;
  expect(await foundAfter(forged)).toMatch(/^1: altered/);
});

const ACTS = {
  give: (ctx: Context, decision: Decision) => giveConsent(ctx, { ...decision, ticked: [] }),
  refuse: refuseConsent,
  withdraw: withdrawConsent,
};

type Decision = Parameters<typeof withdrawConsent>[1];
type Step = { act: keyof typeof ACTS; who: number; where: number };

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...(Object.keys(ACTS) as (keyof typeof ACTS)[])),
  who: fc.nat(1),
  where: fc.nat(1),
});

/** A refusal leaves what was agreed to before. */
const stands = (steps: readonly Step[], who: number, where: number) =>
  steps.filter((s) => s.who === who && s.where === where && s.act !== "refuse").at(-1)?.act ===
  "give";

async function checkStanding(accountId: string, clientId: string, expected: boolean) {
  const ctx = { actor: account(accountId) };
  expect((await findActiveConsent(ctx, accountId, clientId)) !== null).toBe(expected);
  const active = (await listConsents(ctx, accountId)).filter(
    (consent) => consent.status === "active" && consent.clientId === clientId,
  );
  expect(active).toHaveLength(expected ? 1 : 0);
}

test("whatever people decide about services, each agreement is what they last said", async () => {
  const check = async (steps: Step[]) => {
    const people = [(await createAccount()).id, (await createAccount()).id];
    const services = [`s-${randomUUID()}`, `s-${randomUUID()}`];
    for (const id of services) await createClient(id);
    for (const { act, who, where } of steps) {
      const [accountId = "", clientId = ""] = [people[who], services[where]];
      await ACTS[act]({ actor: account(accountId) }, { accountId, clientId, place: "my-data" });
    }
    for (const [who, accountId] of people.entries())
      for (const [where, clientId] of services.entries())
        await checkStanding(accountId, clientId, stands(steps, who, where));
    expect((await verifyLedger(auditor)).problem).toBeNull();
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), check), {
    numRuns: 8,
  });
});
