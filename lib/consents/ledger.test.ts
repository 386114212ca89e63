import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { consentRecords, dataAccesses } from "@/db/schema";
import { createAccount, createClient } from "@/db/test/connect";
import { account, agent, resident, visitor } from "@/db/test/factories";
import { type Actor, system } from "@/lib/auth/actor";
import { read, transaction } from "@/lib/context";
import { giveConsent, refuseConsent, withdrawConsent } from "./commands/decide";
import { recordAccess } from "./commands/record-access";
import { findActiveConsent, listAccesses, listConsents, verifyLedger } from "./queries";

let accountId: string;
const clientId = "piscines";
const decision = () => ({ accountId, clientId, place: "consent-page" }) as const;
const mine = () => ({ actor: account(accountId) });
const auditor = system("test");

beforeEach(async () => {
  accountId = (await createAccount()).id;
  await createClient(clientId);
});

const give = (ticked: string[] = []) => giveConsent(mine(), { ...decision(), ticked });

/** What somebody with the owner's rights on the database can do, and nobody through the application. */
async function tamper(statement: string) {
  await pool.transaction(async (db) => {
    await db.execute(sql`alter table consent_records disable trigger user`);
    await db.execute(sql.raw(statement));
    await db.execute(sql`alter table consent_records enable trigger user`);
  });
}

describe("the ledger", () => {
  test("keeps the exact text, the version, the time and the act", async () => {
    await give(["phone"]);
    const [consent] = await listConsents(mine(), accountId);
    expect(consent).toMatchObject({ items: ["identity", "phone"], version: 1, status: "active" });
    expect(consent?.text).toContain("Informations partagées\u00a0: nom et prénom, téléphone.");
    expect(Date.now() - (consent?.at.getTime() ?? 0)).toBeLessThan(60_000);
  });

  test("takes an item that the notice does not know for nothing", async () => {
    await give(["phone", "salary"]);
    const consent = await findActiveConsent(mine(), accountId, clientId);
    expect(consent?.items).toEqual(["identity", "phone"]);
  });

  test.for([
    ["nothing was decided", null, []],
    ["it was given", "active", ["give"]],
    ["it was refused", null, ["refuse"]],
    ["it was withdrawn", null, ["give", "withdraw"]],
    ["it was given again", "active", ["give", "withdraw", "give"]],
    ["another version was refused afterwards", "active", ["give", "refuse"]],
  ] as const)("when %s, the agreement in force is: %s", async ([, expected, acts]) => {
    const acting = {
      give: () => give(),
      refuse: () => refuseConsent(mine(), decision()),
      withdraw: () => withdrawConsent(mine(), decision()),
    };
    for (const act of acts) await acting[act]();
    const consent = await findActiveConsent(mine(), accountId, clientId);
    expect(consent === null ? null : "active").toBe(expected);
  });

  test("says what became of each agreement", async () => {
    await give();
    await give(["phone"]);
    await withdrawConsent(mine(), decision());
    await give();
    const consents = await listConsents(mine(), accountId);
    expect(consents.map(({ status }) => status)).toEqual(["active", "withdrawn", "replaced"]);
  });

  test("withdrawing twice writes once", async () => {
    await give();
    await withdrawConsent(mine(), decision());
    await withdrawConsent(mine(), decision());
    expect(await pool.$count(consentRecords)).toBe(2);
  });
});

describe("the chain", () => {
  test("holds after many decisions at once", async () => {
    await Promise.all(Array.from({ length: 12 }, () => give()));
    expect(await verifyLedger(auditor)).toEqual({ records: 12, problem: null });
  });

  test.for([
    [
      "a date set back",
      "update consent_records set at = at - interval '1 day' where seq = 2",
      "2: altered",
    ],
    [
      "an item added",
      "update consent_records set items = items || '{phone}' where seq = 2",
      "2: altered",
    ],
    ["a text rewritten", "update consent_records set text = 'autre' where seq = 1", "1: altered"],
    ["a record taken out", "delete from consent_records where seq = 2", "3: a record is missing"],
    ["the first taken out", "delete from consent_records where seq = 1", "2: a record is missing"],
    [
      "the last taken out",
      "delete from consent_records where seq = 3",
      "3: recorded in the events",
    ],
    [
      "a record altered with its own hash computed again",
      `update consent_records r set account_id = gen_random_uuid() where seq = 2;
       update consent_records r set hash = encode(sha256(convert_to(consent_content(r), 'UTF8')), 'hex') where seq = 2`,
      "3: not chained",
    ],
  ] as const)("shows %s", async ([, statement, problem]) => {
    for (let n = 0; n < 3; n++) await give();
    expect((await verifyLedger(auditor)).problem).toBeNull();
    for (const part of statement.split(";")) await tamper(part);
    expect((await verifyLedger(auditor)).problem).toContain(problem);
  });

  test.for(["consent_records", "consent_notices", "data_accesses"])(
    "nobody rewrites or deletes in %s, not even the owner",
    async (table) => {
      const { id } = await give();
      await recordAccess(auditor, { accountId, clientId, consentId: id, items: ["identity"] });
      await expect(pool.execute(sql.raw(`update ${table} set client_id = 'x'`))).rejects.toThrow();
      await expect(pool.execute(sql.raw(`delete from ${table}`))).rejects.toThrow();
    },
  );

  test("the person who decides cannot choose the time or the place in the chain", async () => {
    const forged = { seq: 99, at: new Date(0), hash: "x", previousHash: "y" };
    await give();
    const [first] = await pool.select().from(consentRecords);
    if (!first) throw new Error("no record");
    const { id: _, ...copy } = first;
    await transaction(mine(), ({ db }) => db.insert(consentRecords).values({ ...copy, ...forged }));
    expect(await verifyLedger(auditor)).toEqual({ records: 2, problem: null });
  });
});

describe("without any where clause", () => {
  const seenBy = (actor: Actor, table: "consent_records" | "data_accesses") =>
    read({ actor }, (db) => db.execute(sql.raw(`select * from ${table}`))).then((r) => r.length);

  test.for([
    ["the person", 1, () => account(accountId)],
    ["another person", 0, () => account()],
    ["a resident of the same id", 0, () => resident(accountId)],
    ["an agent", 0, () => agent()],
    ["nobody", 0, () => visitor()],
    ["a job", 1, () => auditor.actor],
  ] as const)("%s sees %i row(s) of the ledger and of the readings", async ([, rows, actorOf]) => {
    const { id } = await give();
    await recordAccess(auditor, { accountId, clientId, consentId: id, items: ["identity"] });
    expect(await seenBy(actorOf(), "consent_records")).toBe(rows);
    expect(await seenBy(actorOf(), "data_accesses")).toBe(rows);
  });

  test("nobody decides in another's name", async () => {
    const act = giveConsent({ actor: account() }, { ...decision(), ticked: [] });
    await expect(act).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

test("readings are listed newest first, page after page, none twice", async () => {
  const { id: consentId } = await give();
  const at = new Date();
  const row = { accountId, clientId, consentId, items: ["identity"], at };
  await pool.insert(dataAccesses).values(Array.from({ length: 45 }, () => row));
  const seen: string[] = [];
  let before: string | undefined;
  for (let page = 0; page < 3; page++) {
    const { accesses, next } = await listAccesses(mine(), accountId, before);
    seen.push(...accesses.map(({ id }) => id));
    before = next ?? undefined;
  }
  expect([new Set(seen).size, before]).toEqual([45, undefined]);
});
