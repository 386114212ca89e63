import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { events } from "@/db/schema";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { account, only, resident, visitor } from "@/db/test/factories";
import type { Actor } from "@/lib/auth/actor";
import { system } from "@/lib/auth/actor";
import { networkMark } from "@/lib/auth/network";
import { transaction } from "@/lib/context";
import type { Action } from "@/lib/events/model";
import { listJournal } from "@/lib/events/queries";
import { authenticate } from "./commands/authenticate";
import { purgeAccountTraces } from "./commands/purge";

const { id, email } = only(DEMO_ACCOUNTS);
const mine = { actor: account(id) };
const network = "192.0.2.1";

beforeEach(seedDemoAccounts);

const add = (action: Action, details: Record<string, unknown> = {}, at = sql`now()`) =>
  pool
    .insert(events)
    .values({ action, details, at, actorKind: "account", actorId: id, subjectId: id });

const shown = async (ctx: { actor: Actor } = mine) =>
  (await listJournal(ctx, id)).entries.map(({ action }) => action);

test("a refused sign-in is in the journal of its owner, with the device, and nowhere is the address it came from", async () => {
  const wrong = { email, password: "pas le bon mot de passe" };
  await authenticate(wrong, network, "Firefox sur Windows").catch(() => null);
  const { entries } = await listJournal(mine, id);
  expect(entries).toMatchObject([
    {
      action: "account.refuse-sign-in",
      details: { device: "Firefox sur Windows", network: networkMark(network) },
    },
  ]);
  expect(JSON.stringify(await pool.select().from(events))).not.toContain(network);
});

test("an unknown address leaves the same trace, in nobody’s journal", async () => {
  await authenticate({ email: "personne@exemple.fr", password: "x" }, network).catch(() => null);
  expect(await pool.$count(events)).toBe(1);
  expect(await shown()).toEqual([]);
});

test("a journal is its owner’s alone", async () => {
  await authenticate({ email, password: DEMO_PASSWORD }, network);
  expect(await shown()).toEqual(["account.sign-in"]);
  for (const actor of [account(DEMO_ACCOUNTS[1]?.id), resident(id), visitor(id)])
    expect(await shown({ actor })).toEqual([]);
});

test("says what matters to its owner, latest first", async () => {
  await add("account.create");
  await add("data.read");
  await add("account.send-mail", { kind: "password-changed" });
  await add("account.send-mail", { kind: "reset-password" });
  await add("session.end", { why: "expired" });
  await add("session.end", { why: "closed" });
  expect(await shown()).toEqual(["session.end", "account.send-mail", "account.create"]);
});

describe("pages", () => {
  const ids = (page: { entries: { id: string }[] }) => page.entries.map((entry) => entry.id);

  test("follow each other both ways, though all happened at the same moment", async () => {
    await pool.insert(events).values(
      Array.from({ length: 50 }, () => ({
        action: "account.sign-in" as const,
        actorKind: "account",
        actorId: id,
        subjectId: id,
        at: new Date("2026-11-01T10:00:00Z"),
      })),
    );
    const first = await listJournal(mine, id);
    const second = await listJournal(mine, id, { before: first.older });
    const third = await listJournal(mine, id, { before: second.older });
    expect([first, second, third].map((page) => page.entries.length)).toEqual([20, 20, 10]);
    expect(new Set([first, second, third].flatMap(ids)).size).toBe(50);
    expect([first.newer, third.older]).toEqual([undefined, undefined]);
    const back = await listJournal(mine, id, { after: third.newer });
    expect(ids(back)).toEqual(ids(second));
    const top = await listJournal(mine, id, { after: back.newer });
    expect(ids(top)).toEqual(ids(first));
    expect(top.newer).toBeUndefined();
  });

  test.each(["", "demain", "2026-13-45T99:99:99.000000Z~x", ["a", "b"], undefined])(
    "begin at the top for the cursor %o",
    async (before) => {
      await add("account.create");
      expect((await listJournal(mine, id, { before })).entries).toHaveLength(1);
    },
  );
});

describe("after a year", () => {
  const old = sql`now() - interval '13 months'`;

  test("sign-ins are gone; changes of the account, and what is younger, stay", async () => {
    await add("account.sign-in", {}, old);
    await add("account.refuse-sign-in", {}, old);
    await add("session.end", {}, old);
    await add("account.change-password", {}, old);
    await add("account.sign-in", {}, sql`now() - interval '11 months'`);
    await purgeAccountTraces(system("test"));
    expect((await shown()).sort()).toEqual(["account.change-password", "account.sign-in"]);
  });

  test.each<[string, Actor]>([
    ["the account itself", mine.actor],
    ["a job", system("test").actor],
  ])("%s erases nothing younger, and changes nothing", async (_, actor) => {
    await add("account.sign-in");
    await add("consent.give", {}, old);
    const gone = await transaction({ actor }, ({ db }) =>
      db.execute(sql`delete from events returning id`),
    );
    expect(gone).toEqual([]);
    const rewrite = transaction({ actor }, ({ db }) =>
      db.execute(sql`update events set action = 'x'`),
    );
    await expect(rewrite).rejects.toThrow();
  });

  test("not even the owner of the database erases what must stay", async () => {
    await add("consent.give", {}, old);
    await add("account.sign-in");
    await expect(pool.delete(events)).rejects.toMatchObject({
      cause: { message: "events is append-only" },
    });
  });
});
