import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { accounts, certifiedIdentities, events, identifications } from "@/db/schema";
import { DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { beforeEachDemoAccounts } from "@/db/test/demo-accounts";
import {
  ANGELA,
  accountOf,
  askFor,
  BROWSER,
  create,
  far,
  goAs,
  identify,
  MOHAMED,
  NETWORK,
  OTHER_BROWSER,
  SAMIRA,
  SIMONE,
} from "@/db/test/identifying";
import { runJobs } from "@/db/test/jobs";
import { lastMail, mailedCode, mailedLink } from "@/db/test/mailbox";
import { system } from "@/lib/auth/actor";
import { comeBack } from "./commands/come-back";
import { findWaiting, takeAnswer } from "./commands/identifications";
import * as join from "./commands/join-identity";
import { purgeAccountTraces } from "./commands/purge";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

afterAll(() => far.stop());

beforeEachDemoAccounts();

test("somebody new gets an account once their mailbox is proven, with what the State says", async () => {
  const returned = await identify(ANGELA);
  expect(returned.outcome.kind).toBe("new");
  const codeId = await askFor(returned.id, "angela@exemple.fr");
  expect(lastMail().text).toContain("finir de créer votre compte");

  const joined = await join.proveMailbox({ id: codeId, code: mailedCode() }, BROWSER);
  expect(joined).toMatchObject({ suite: "/compte", acr: "eidas1" });
  expect(await accountOf("angela@exemple.fr")).toMatchObject({
    id: joined.accountId,
    givenName: "Angela",
    familyName: "DUBOIS",
    birthdate: "1962-08-24",
    identityOrigin: "certified",
    hasPassword: false,
    certificate: { acr: "eidas1", pivot: { givenNames: ["Angela", "Claire", "Louise"] } },
  });
});

test("comes in again without any question, by who they are", async () => {
  const { accountId } = await create(ANGELA, "another.address@exemple.fr");
  const { outcome } = await identify(ANGELA);
  expect(outcome).toEqual({ kind: "signed-in", accountId, acr: "eidas1" });
});

test("a presumed date survives", async () => {
  await create(MOHAMED, "mohamed@exemple.fr");
  expect((await accountOf("mohamed@exemple.fr")).birthdate).toBe("1965-00-00");
});

test("nobody is matched by their e-mail", async () => {
  expect((await identify(SAMIRA)).outcome.kind).toBe("new");
  expect(await pool.$count(certifiedIdentities)).toBe(0);
});

test("an answer counts once, in the browser that asked", async () => {
  const answer = await goAs(ANGELA);
  expect(await comeBack(answer, OTHER_BROWSER, null)).toBeNull();
  expect(await comeBack(answer, "", null)).toBeNull();
  const both = await Promise.all([
    comeBack(answer, BROWSER, null),
    comeBack(answer, BROWSER, null),
  ]);
  expect(both.filter(Boolean)).toHaveLength(1);
  expect(await comeBack(answer, BROWSER, null)).toBeNull();
});

test("an answer that comes after a quarter of an hour is for nobody", async () => {
  const answer = await goAs(ANGELA);
  await pool.update(identifications).set({ expiresAt: new Date(Date.now() - 1) });
  expect(await comeBack(answer, BROWSER, null)).toBeNull();
});

test("what came back is sealed, and gone once it served", async () => {
  const { id } = await identify(ANGELA);
  const stored = async () => JSON.stringify(await pool.select().from(identifications));
  expect(await stored()).not.toMatch(/DUBOIS|1962/);
  const codeId = await askFor(id, "angela@exemple.fr");
  expect(await findWaiting({ codeId }, OTHER_BROWSER)).toBeNull();
  await join.proveMailbox({ id: codeId, code: mailedCode() }, BROWSER);
  expect(await pool.select().from(identifications)).toMatchObject([{ person: null }]);
});

test("the journal names nobody", async () => {
  await create(ANGELA, "angela@exemple.fr");
  expect(JSON.stringify(await pool.select().from(events))).not.toMatch(
    /DUBOIS|angela|[0-9a-f]{64}v1/i,
  );
});

test("a code works in the browser of its identification only", async () => {
  const { id } = await identify(ANGELA);
  const codeId = await askFor(id, "angela@exemple.fr");
  const proof = { id: codeId, code: mailedCode() };
  await expect(join.proveMailbox(proof, OTHER_BROWSER)).rejects.toThrow("Identifiez-vous");
  await expect(join.proveMailbox({ ...proof, code: "000000" }, BROWSER)).rejects.toThrow();
  expect(await pool.$count(certifiedIdentities)).toBe(0);
});

test("two proofs at the same time make one account", async () => {
  const { id } = await identify(ANGELA);
  const codeId = await askFor(id, "angela@exemple.fr");
  const prove = () => join.proveMailbox({ id: codeId, code: mailedCode() }, BROWSER);
  const outcomes = await Promise.allSettled([prove(), prove()]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await pool.$count(certifiedIdentities)).toBe(1);
});

test("the page is told nothing, the mailbox everything, and its link joins FranceConnect to it", async () => {
  const { id } = await identify(SAMIRA);
  await askFor(id, "usager.bron@exemple.fr");
  expect(lastMail()).toMatchObject({ subject: expect.stringMatching(/Rattacher FranceConnect/) });
  const { id: codeId, key } = mailedLink("/franceconnect/preuve/");

  const before = await accountOf("usager.bron@exemple.fr");
  const joined = await join.proveMailbox({ id: codeId, key }, BROWSER);
  expect(joined.accountId).toBe(before.id);
  expect(await accountOf("usager.bron@exemple.fr")).toMatchObject({
    familyName: "BENALI",
    identityOrigin: "certified",
    phone: before.phone,
    hasPassword: true,
  });
  await runJobs();
  expect(lastMail().subject).toMatch(/FranceConnect est rattaché/);
});

test("its link is dead after a quarter of an hour, and in any other browser", async () => {
  const { id } = await identify(SAMIRA);
  await askFor(id, "usager.bron@exemple.fr");
  const { id: codeId, key } = mailedLink("/franceconnect/preuve/");
  await expect(join.proveMailbox({ id: codeId, key }, OTHER_BROWSER)).rejects.toThrow();
  await pool.execute(sql`update account_codes set expires_at = now() - interval '1 second'`);
  await expect(join.proveMailbox({ id: codeId, key }, BROWSER)).rejects.toThrow("plus valable");
  expect(await pool.$count(certifiedIdentities)).toBe(0);
});

test("its password joins it too; a wrong one does not", async () => {
  const { id } = await identify(SAMIRA);
  const email = "usager.bron@exemple.fr";
  const codeId = await askFor(id, email);
  const prove = (password: string) =>
    join.provePassword({ id: codeId, password }, email, BROWSER, NETWORK);
  await expect(prove("wrong password")).rejects.toThrow("ne correspond pas");
  expect(await pool.$count(certifiedIdentities)).toBe(0);
  const { accountId } = await prove(DEMO_PASSWORD);
  expect((await identify(SAMIRA)).outcome).toMatchObject({ kind: "signed-in", accountId });
});

test("certified for somebody else, it stays theirs", async () => {
  const email = "angela@exemple.fr";
  await create(ANGELA, email);
  const { id } = await identify(SIMONE);
  const codeId = await askFor(id, email);
  await expect(join.proveMailbox({ id: codeId, code: mailedCode() }, BROWSER)).rejects.toThrow(
    "autre personne",
  );
  expect((await accountOf(email)).familyName).toBe("DUBOIS");
  // The identification is still open: another address will do.
  expect(await findWaiting({ id }, BROWSER)).not.toBeNull();
});

test("ways to FranceConnect that nobody ended are forgotten after a day", async () => {
  await identify(ANGELA);
  await pool.execute(sql`update identifications set expires_at = now() - interval '25 hours'`);
  await purgeAccountTraces(system("test"));
  expect(await pool.$count(identifications)).toBe(0);
  expect(await pool.$count(accounts)).toBeGreaterThan(0);
  expect(await takeAnswer("x", BROWSER)).toBeNull();
});
