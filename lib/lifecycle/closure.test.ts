import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import {
  accountClosures,
  accountDevices,
  accounts,
  agentRoles,
  agents,
  events,
  oidcArtifacts,
  pairwiseSubjects,
} from "@/db/schema";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { createClient } from "@/db/test/connect";
import { account, createAgent, createOrganisation, only } from "@/db/test/factories";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { mailbox } from "@/db/test/mailbox";
import { authenticate } from "@/lib/accounts/commands/authenticate";
import { rememberDevice } from "@/lib/accounts/commands/remember-device";
import { confirmSignUp, startSignUp } from "@/lib/accounts/commands/sign-up";
import { findAccount } from "@/lib/accounts/queries";
import { system } from "@/lib/auth/actor";
import { codeOf } from "@/lib/auth/one-time";
import { openSession } from "@/lib/connect/commands/open-session";
import { findSession, listSessions } from "@/lib/connect/queries";
import { giveConsent } from "@/lib/consents/commands/decide";
import { findActiveConsent } from "@/lib/consents/queries";
import { askClosure, keepAccount } from "./commands/ask-closure";
import { endAccounts } from "./commands/end-accounts";
import { eraseAccount } from "./commands/erase-account";
import { inDays } from "./model";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const { id, email } = only(DEMO_ACCOUNTS);
const mine = { actor: account(id) };
const worker = system("test");
const ASKED = new Date("2026-11-22T10:00:00Z");
const dayAfter = (days: number) => inDays(days, ASKED);

beforeEach(async () => {
  mailbox.length = 0;
  await forgetJobs();
  await seedDemoAccounts();
  await pool.update(accounts).set({ createdAt: ASKED, lastSignInAt: ASKED });
});

const subjects = () => mailbox.filter(({ to }) => to === email).map(({ subject }) => subject);
const stored = async () => only(await pool.select().from(accounts).where(eq(accounts.id, id)));
const actions = async () =>
  (await pool.select().from(events).where(eq(events.subjectId, id))).map(({ action }) => action);

async function night(now: Date) {
  await endAccounts(worker, now);
  await runJobs();
}

/** Signed in, with a service that reads. */
async function settledIn() {
  const { id: clientId } = await createClient("piscines");
  const consent = { accountId: id, clientId, place: "consent-page" } as const;
  await giveConsent(mine, { ...consent, ticked: [] });
  await openSession(worker, id, false);
  await rememberDevice(id, { key: "a", name: "Firefox sur Windows", isProven: true });
  await pool.insert(pairwiseSubjects).values({ accountId: id, sector: clientId });
  await pool.update(accounts).set({ lastSignInAt: ASKED });
  await forgetJobs();
  return clientId;
}

describe("asking for one's account to be deleted", () => {
  test("signs out everywhere, tells the owner, and erases nothing yet", async () => {
    const { cookie } = await openSession(worker, id, false);
    const here = await findSession(cookie);
    await openSession(worker, id, false);
    await askClosure(mine, here?.uid, ASKED);
    expect((await listSessions(mine, id)).map(({ uid }) => uid)).toEqual([here?.uid]);
    await runJobs();
    expect(subjects()).toEqual([expect.stringMatching(/sera supprimé le 22.décembre.2026/)]);
    expect(await findAccount(worker, id)).toMatchObject({ email, isClosing: true });
    expect(await findSession(cookie)).toMatchObject({ isClosing: true });
  });

  test("twice at once, asks once", async () => {
    await Promise.all([askClosure(mine), askClosure(mine)]);
    await runJobs();
    expect(subjects()).toHaveLength(1);
    expect((await actions()).filter((action) => action === "account.ask-closure")).toHaveLength(1);
  });

  test("is refused to whoever holds a role, until it is taken away", async () => {
    const agent = await createAgent((await createOrganisation()).id, []);
    await pool.update(agents).set({ email }).where(eq(agents.id, agent.id));
    await expect(askClosure(mine)).rejects.toThrow("retirer vos rôles");
    await pool.delete(agentRoles).where(eq(agentRoles.agentId, agent.id));
    await askClosure(mine);
    expect(await pool.$count(accountClosures)).toBe(1);
  });

  test("can be undone, and nothing is erased afterwards", async () => {
    await askClosure(mine, undefined, ASKED);
    await keepAccount(mine);
    await keepAccount(mine);
    await night(dayAfter(40));
    expect((await stored()).closedAt).toBeNull();
    expect((await actions()).filter((action) => action === "account.keep")).toHaveLength(1);
  });

  test("is its owner's alone", async () => {
    await askClosure(mine, undefined, ASKED);
    await keepAccount({ actor: account() });
    expect(await pool.$count(accountClosures)).toBe(1);
  });
});

describe("thirty days later", () => {
  test("the account is closed, services are told, and nothing about anybody is left", async () => {
    const clientId = await settledIn();
    await askClosure(mine, undefined, ASKED);
    await night(dayAfter(22));
    expect(subjects()).toHaveLength(1);
    await night(dayAfter(23));
    expect(subjects().at(-1)).toMatch(/Plus que quelques jours/);
    await night(dayAfter(29));
    expect((await stored()).closedAt).toBeNull();
    await night(dayAfter(30));
    await runJobs();

    const told = await pool.execute(sql`select 1 from events where action = 'account.erase'`);
    expect(told).toHaveLength(1);
    expect(subjects().at(-1)).toMatch(/Votre compte est supprimé/);
    expect(subjects()).toHaveLength(3);
    expect(await findActiveConsent(worker, id, clientId)).toBeNull();
    const left = await stored();
    expect(left).toMatchObject({ givenName: "", familyName: "", phone: null, address: null });
    expect(JSON.stringify(left)).not.toContain(email);
    expect(await pool.$count(accountDevices, eq(accountDevices.accountId, id))).toBe(0);
    expect(await pool.$count(oidcArtifacts, eq(oidcArtifacts.accountId, id))).toBe(0);
    await expect(authenticate({ email, password: DEMO_PASSWORD }, "n")).rejects.toThrow();
  });

  test("services hear of it by the name they know, which then goes too", async () => {
    const clientId = await settledIn();
    await askClosure(mine, undefined, ASKED);
    await night(dayAfter(23));
    await endAccounts(worker, dayAfter(30));
    const jobs = await pool.execute<{ payload: unknown }>(sql`
      select j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'connect.send-logout' and j.payload ->> 'isClosed' = 'true'`);
    expect(jobs.map(({ payload }) => payload)).toEqual([
      { clientId, accountId: id, sid: "", isClosed: true },
    ]);
    expect(await pool.$count(pairwiseSubjects)).toBe(1);
    await pool.update(accounts).set({ closedAt: sql`now() - interval '8 days'` });
    await night(dayAfter(38));
    expect(await pool.$count(pairwiseSubjects)).toBe(0);
  });

  test("the address opens another account, which knows nothing of the first", async () => {
    await askClosure(mine, undefined, ASKED);
    await night(dayAfter(23));
    await night(dayAfter(30));
    const names = { givenName: "Samira", familyName: "Benali", terms: "oui" } as const;
    const code = await startSignUp({ ...names, email, password: "cormoran vélo tiroir" }, "n");
    await runJobs();
    const again = await confirmSignUp({ id: code, code: codeOf({ id: code, sendings: 1 }, 6) });
    expect(again).not.toBe(id);
    expect((await findAccount(worker, again))?.email).toBe(email);
  });
});

describe("whatever happens on the way", () => {
  test("two workers at once close it once", async () => {
    await askClosure(mine, undefined, ASKED);
    await night(dayAfter(23));
    await Promise.all([endAccounts(worker, dayAfter(30)), endAccounts(worker, dayAfter(30))]);
    await runJobs();
    expect(subjects().filter((subject) => /est supprimé/.test(subject))).toHaveLength(1);
    expect((await actions()).filter((action) => action === "account.close")).toHaveLength(1);
    await eraseAccount(worker, { accountId: id });
    expect(mailbox.filter(({ subject }) => /est supprimé/.test(subject))).toHaveLength(1);
  });

  test("a mail that does not leave keeps the account closed, and its data for the next try", async () => {
    await askClosure(mine, undefined, ASKED);
    await night(dayAfter(23));
    await endAccounts(worker, dayAfter(30));
    await forgetJobs();
    await expect(authenticate({ email, password: DEMO_PASSWORD }, "n")).rejects.toThrow();
    expect((await stored()).email).toBe(email);
    await pool
      .update(accounts)
      .set({ closedAt: sql`now() - interval '2 hours'` })
      .where(eq(accounts.id, id));
    await night(dayAfter(31));
    expect((await stored()).email).not.toBe(email);
    expect(subjects().at(-1)).toMatch(/est supprimé/);
  });

  test("a worker stopped for two months still reminds a week before", async () => {
    await askClosure(mine, undefined, ASKED);
    await night(dayAfter(70));
    expect((await stored()).closedAt).toBeNull();
    await night(dayAfter(76));
    expect((await stored()).closedAt).toBeNull();
    await night(dayAfter(77));
    expect((await stored()).closedAt).not.toBeNull();
  });

  test("whoever was given a role meanwhile keeps the account", async () => {
    await askClosure(mine, undefined, ASKED);
    const agent = await createAgent((await createOrganisation()).id, []);
    await pool.update(agents).set({ email }).where(eq(agents.id, agent.id));
    await night(dayAfter(23));
    await night(dayAfter(30));
    expect((await stored()).closedAt).toBeNull();
  });
});
