import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { accounts, certifiedIdentities } from "@/db/schema";
import { beforeEachDemoAccounts } from "@/db/test/demo-accounts";
import { account } from "@/db/test/factories";
import {
  ANGELA,
  accountOf,
  BROWSER,
  far,
  goAs,
  identify,
  NETWORK,
  SIMONE,
} from "@/db/test/identifying";
import { runJobs } from "@/db/test/jobs";
import { mailbox } from "@/db/test/mailbox";
import { transaction } from "@/lib/context";
import { comeBack } from "./commands/come-back";
import { startIdentification } from "./commands/identifications";
import * as join from "./commands/join-identity";
import { updateIdentity } from "./commands/update-profile";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

afterAll(() => far.stop());

beforeEachDemoAccounts();

test("makes its identity the State's", async () => {
  const { id } = await accountOf("usager.bron@exemple.fr");
  const returned = await identify(ANGELA, id);
  expect(returned).toMatchObject({ purpose: "certify", outcome: { kind: "certified" } });
  expect(await accountOf("usager.bron@exemple.fr")).toMatchObject({
    givenName: "Angela",
    identityOrigin: "certified",
  });
  await runJobs();
  expect(mailbox).toMatchObject([{ to: "usager.bron@exemple.fr" }]);
  expect(mailbox[0]?.subject).toMatch(/FranceConnect est rattaché/);
});

test("is refused when somebody else signed in meanwhile, or nobody is", async () => {
  const { id } = await accountOf("usager.bron@exemple.fr");
  const other = await accountOf("usager.lyon@exemple.fr");
  for (const signedIn of [other.id, null]) {
    const answer = await goAs(ANGELA, id);
    expect(await comeBack(answer, BROWSER, signedIn)).toMatchObject({
      outcome: { kind: "signed-out" },
    });
  }
  expect(await pool.$count(certifiedIdentities)).toBe(0);
});

test("proves again that the session is its owner’s: by the person it is certified for, and nobody else", async () => {
  const { id } = await accountOf("usager.bron@exemple.fr");
  await identify(ANGELA, id);
  const confirm = async (identity: string, signedIn = id) =>
    comeBack(await goAs(identity, id, "confirm"), BROWSER, signedIn);
  expect(await confirm(ANGELA)).toMatchObject({ outcome: { kind: "confirmed" } });
  expect(await confirm(SIMONE)).toMatchObject({ outcome: { kind: "somebody-else" } });
  const other = await accountOf("usager.lyon@exemple.fr");
  expect(await confirm(ANGELA, other.id)).toMatchObject({ outcome: { kind: "signed-out" } });
  expect(await pool.$count(certifiedIdentities)).toBe(1);
});

test("FranceConnect asks who they are again only to prove it again", async () => {
  const { id: accountId } = await accountOf("usager.bron@exemple.fr");
  const promptFor = async (purpose: "certify" | "confirm") => {
    const way = { purpose, accountId, suite: "/compte", browser: BROWSER };
    return new URL(await startIdentification(way, NETWORK)).searchParams.get("prompt");
  };
  expect([await promptFor("certify"), await promptFor("confirm")]).toEqual([null, "login"]);
});

test("a second account of the same person is refused, and nothing changes", async () => {
  const [first, second] = [
    await accountOf("usager.bron@exemple.fr"),
    await accountOf("usager.lyon@exemple.fr"),
  ];
  await identify(ANGELA, first.id);
  const { outcome, id } = await identify(ANGELA, second.id);
  expect(outcome.kind).toBe("other-account");
  expect((await accountOf("usager.lyon@exemple.fr")).identityOrigin).toBe("declared");
  const ctx = { actor: account(second.id) };
  expect(await join.findOtherAccount(ctx, id, BROWSER)).toMatchObject({
    email: "usager.bron@exemple.fr",
    mayMove: true,
  });
  expect(await join.findOtherAccount({ actor: account(first.id) }, id, BROWSER)).toBeNull();
});

test("the certificate moves to it when its owner says so, and the other account is told", async () => {
  const [first, second] = [
    await accountOf("usager.bron@exemple.fr"),
    await accountOf("usager.lyon@exemple.fr"),
  ];
  await identify(ANGELA, first.id);
  const { id } = await identify(ANGELA, second.id);
  await expect(join.moveIdentity({ actor: account(first.id) }, id, BROWSER)).rejects.toThrow();
  await join.moveIdentity({ actor: account(second.id) }, id, BROWSER);
  expect(await pool.select().from(certifiedIdentities)).toMatchObject([{ accountId: second.id }]);
  expect((await accountOf("usager.bron@exemple.fr")).identityOrigin).toBe("declared");
  await runJobs();
  expect(mailbox.map(({ to }) => to)).toContain("usager.bron@exemple.fr");
});

test("but not off an account that it alone opens", async () => {
  const [first, second] = [
    await accountOf("usager.bron@exemple.fr"),
    await accountOf("usager.lyon@exemple.fr"),
  ];
  await identify(ANGELA, first.id);
  await pool.update(accounts).set({ passwordHash: null }).where(eq(accounts.id, first.id));
  const { id } = await identify(ANGELA, second.id);
  const ctx = { actor: account(second.id) };
  expect(await join.findOtherAccount(ctx, id, BROWSER)).toMatchObject({ mayMove: false });
  await expect(join.moveIdentity(ctx, id, BROWSER)).rejects.toThrow("aucun moyen d’entrée");
  expect(await pool.select().from(certifiedIdentities)).toMatchObject([{ accountId: first.id }]);
});

test("or they go on with the one that is certified", async () => {
  const [first, second] = [
    await accountOf("usager.bron@exemple.fr"),
    await accountOf("usager.lyon@exemple.fr"),
  ];
  await identify(ANGELA, first.id);
  const { id } = await identify(ANGELA, second.id);
  const opened = await join.openOtherAccount({ actor: account(second.id) }, id, BROWSER);
  expect(opened.accountId).toBe(first.id);
  await expect(join.openOtherAccount({ actor: account(second.id) }, id, BROWSER)).rejects.toThrow();
});

test("an account certified for somebody else is refused", async () => {
  const { id } = await accountOf("usager.bron@exemple.fr");
  await identify(ANGELA, id);
  expect((await identify(SIMONE, id)).outcome.kind).toBe("somebody-else");
  expect((await accountOf("usager.bron@exemple.fr")).familyName).toBe("DUBOIS");
});

test("one person certifying two accounts at once certifies one", async () => {
  const [first, second] = [
    await accountOf("usager.bron@exemple.fr"),
    await accountOf("usager.lyon@exemple.fr"),
  ];
  const one = await goAs(ANGELA, first.id);
  const two = await goAs(ANGELA, second.id);
  const outcomes = await Promise.all([
    comeBack(one, BROWSER, first.id),
    comeBack(two, BROWSER, second.id),
  ]);
  expect(outcomes.map((back) => back?.outcome.kind).sort()).toEqual(["certified", "other-account"]);
});

const certified = async () => {
  const { id } = await accountOf("usager.bron@exemple.fr");
  await identify(ANGELA, id);
  return id;
};

test("is not its owner's to change, not even past our commands", async () => {
  const id = await certified();
  const ctx = { actor: account(id) };
  await expect(updateIdentity(ctx, { givenName: "X", familyName: "Y" })).rejects.toThrow();
  for (const change of [
    sql`given_name = 'X'`,
    sql`birthdate = '1990-01-01'`,
    sql`identity_origin = 'declared'`,
  ])
    await expect(
      transaction(ctx, ({ db }) => db.execute(sql`update accounts set ${change}`)),
    ).rejects.toMatchObject({ cause: { code: "23001" } });
  await transaction(ctx, ({ db }) => db.execute(sql`update accounts set phone = null`));
  expect((await accountOf("usager.bron@exemple.fr")).givenName).toBe("Angela");
});

test("nobody certifies themselves", async () => {
  const { id } = await accountOf("usager.bron@exemple.fr");
  const ctx = { actor: account(id) };
  await expect(
    transaction(ctx, ({ db }) =>
      db.execute(sql`update accounts set identity_origin = 'certified'`),
    ),
  ).rejects.toThrow();
  await expect(
    transaction(ctx, ({ db }) =>
      db.insert(certifiedIdentities).values({
        accountId: id,
        issuer: "x",
        subject: "x",
        acr: "eidas3",
        pivot: {
          givenNames: ["X"],
          familyName: "X",
          gender: "male",
          birthdate: "1990-01-01",
          birthplace: "",
          birthcountry: "99100",
        },
      }),
    ),
  ).rejects.toThrow();
});
