import { eq, sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import {
  accountDevices,
  accounts,
  certifiedIdentities,
  events,
  passkeys,
  recoveryCodes,
  totpAuthenticators,
} from "@/db/schema";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { beforeEachDemoAccounts } from "@/db/test/demo-accounts";
import { account, only } from "@/db/test/factories";
import { runJobs } from "@/db/test/jobs";
import { lastMail, mailbox, mailedCode, mailedLink } from "@/db/test/mailbox";
import { system } from "@/lib/auth/actor";
import { keyOf } from "@/lib/auth/one-time";
import { openSession } from "@/lib/connect/commands/open-session";
import { listSessions } from "@/lib/connect/queries";
import { authenticate } from "./commands/authenticate";
import { askEmailChange, confirmEmailChange } from "./commands/change-email";
import { purgeAccountTraces } from "./commands/purge";
import { rememberDevice } from "./commands/remember-device";
import { resetPassword } from "./commands/reset-password";
import { refuseDevice } from "./commands/take-back";
import { findOpenCode } from "./queries";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const network = "192.0.2.1";
const { id, email } = only(DEMO_ACCOUNTS);
const other = DEMO_ACCOUNTS[1]?.id ?? "";
const UNDER = "/compte/appareil-inconnu";
const NEW_PASSWORD = "cormoran vélo tiroir";

beforeEachDemoAccounts();

const signInFrom = (key: string, { isProven = false, who = id } = {}) =>
  rememberDevice(who, { key, name: "Firefox sur Windows", isProven });

const mailsAfter = async (run: () => Promise<unknown>) => {
  mailbox.length = 0;
  await run();
  await runJobs();
  return mailbox.map(({ to, subject }) => `${to}: ${subject}`);
};

const toldOf = (address: string) =>
  `${address}: Votre compte sur un nouvel appareil – GrandLyon Connect`;

const stored = async () => only(await pool.select().from(accounts).where(eq(accounts.id, id)));

describe("a device", () => {
  test("is told of by mail the first time it signs in, and never again", async () => {
    expect(await mailsAfter(() => signInFrom("a"))).toEqual([toldOf(email)]);
    expect(lastMail().text).toContain("Firefox sur Windows");
    expect(await mailsAfter(() => signInFrom("a"))).toEqual([]);
    expect(await mailsAfter(() => signInFrom("b"))).toEqual([toldOf(email)]);
  });

  test("from which the mailbox was just proven is known without a mail", async () => {
    expect(await mailsAfter(() => signInFrom("a", { isProven: true }))).toEqual([]);
    expect(await mailsAfter(() => signInFrom("a"))).toEqual([]);
  });

  test("of two people is new for each, and nothing stored links them", async () => {
    await signInFrom("family");
    await runJobs();
    expect(await mailsAfter(() => signInFrom("family", { who: other }))).toHaveLength(1);
    const rows = await pool.select({ browser: accountDevices.browser }).from(accountDevices);
    expect(new Set(rows.map(({ browser }) => browser)).size).toBe(2);
    expect(JSON.stringify(rows)).not.toContain("family");
  });

  test("signing in twice at once is one device and one mail", async () => {
    const both = () => Promise.all([signInFrom("a"), signInFrom("a")]);
    expect(await mailsAfter(both)).toHaveLength(1);
    expect(await pool.$count(accountDevices)).toBe(1);
  });

  test("is forgotten 13 months after its last sign-in: then it is new again", async () => {
    await signInFrom("a");
    await signInFrom("b");
    await pool
      .update(accountDevices)
      .set({ lastSeenAt: sql`now() - interval '396 days'` })
      .where(sql`id = (select id from account_devices limit 1)`);
    await purgeAccountTraces(system("test"));
    expect(await pool.$count(accountDevices)).toBe(1);
  });
});

async function intruded() {
  await signInFrom("intruder");
  await openSession(system("test"), id, false);
  await runJobs();
  return mailedLink(UNDER);
}

describe("« Ce n’était pas moi »", () => {
  test("closes every session, makes the password worth nothing, and lets its owner choose another at once", async () => {
    const link = await intruded();
    const reset = await refuseDevice(link);

    expect(await listSessions(system("test"), id)).toEqual([]);
    await expect(authenticate({ email, password: DEMO_PASSWORD }, network)).rejects.toThrow();
    expect(await pool.$count(accountDevices)).toBe(0);
    await runJobs();
    expect(lastMail()).toMatchObject({
      to: email,
      text: expect.stringContaining(`/mot-de-passe-oublie/${reset}`),
    });
    await resetPassword({
      id: reset,
      key: keyOf({ id: reset, sendings: 1 }),
      password: NEW_PASSWORD,
    });
    expect((await authenticate({ email, password: NEW_PASSWORD }, network)).id).toBe(id);
    const recorded = await pool.select().from(events).where(eq(events.subjectId, id));
    expect(recorded.map(({ action }) => action)).toContain("account.refuse-device");
  });

  test("is pressed once, with the key of the mail", async () => {
    const link = await intruded();
    await expect(refuseDevice({ ...link, key: "devinée" })).rejects.toThrow("plus valable");
    expect(await listSessions(system("test"), id)).toHaveLength(1);
    const both = await Promise.allSettled([refuseDevice(link), refuseDevice(link)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(refuseDevice(link)).rejects.toThrow("plus valable");
  });

  test("changes nothing while it is only looked at", async () => {
    const link = await intruded();
    expect(await findOpenCode(link.id, "refuse-device")).toMatchObject({ accountId: id });
    expect(await listSessions(system("test"), id)).toHaveLength(1);
    await authenticate({ email, password: DEMO_PASSWORD }, network);
  });
});

describe("« Ce n’était pas moi », after the intruder settled in", () => {
  test.each<[string, ReturnType<typeof sql>, number]>([
    ["drops", sql`now() + interval '1 minute'`, 0],
    ["keeps", sql`now() - interval '1 day'`, 1],
  ])("%s a FranceConnect identity linked %o", async (_, certifiedAt, left) => {
    const link = await intruded();
    const person = { issuer: "fc", subject: "s", acr: "eidas1" as const, pivot: {} as never };
    await pool.insert(certifiedIdentities).values({ accountId: id, ...person, certifiedAt });
    await pool.update(accounts).set({ identityOrigin: "certified" }).where(eq(accounts.id, id));
    await refuseDevice(link);
    expect(await pool.$count(certifiedIdentities)).toBe(left);
    expect((await stored()).identityOrigin).toBe(left ? "certified" : "declared");
  });

  test.each<[string, ReturnType<typeof sql>, number]>([
    ["drops", sql`now() + interval '1 minute'`, 0],
    ["keeps", sql`now() - interval '1 day'`, 1],
  ])("%s passkeys, codes and applications added %o", async (_, createdAt, left) => {
    const link = await intruded();
    const key = { credentialId: "c", publicKey: "k", counter: 0, transports: [], isSynced: true };
    await pool.insert(passkeys).values({ ...key, accountId: id, name: "K", createdAt });
    await pool.insert(recoveryCodes).values({ accountId: id, hash: "h", createdAt });
    const totp = { accountId: id, secret: "s", confirmedAt: createdAt };
    await pool.insert(totpAuthenticators).values(totp);
    await refuseDevice(link);
    for (const table of [passkeys, recoveryCodes, totpAuthenticators])
      expect(await pool.$count(table)).toBe(left);
  });

  test("takes the address back too, and leaves nothing to whoever changed it", async () => {
    const link = await intruded();
    const own = "intrus@exemple.fr";
    const input = { email: own, password: DEMO_PASSWORD };
    const codeId = await askEmailChange({ actor: account(id) }, input, network);
    await runJobs();
    await confirmEmailChange({ actor: account(id) }, { id: codeId, code: mailedCode() });
    expect(await mailsAfter(() => signInFrom("intruder’s second"))).toContain(toldOf(own));
    const theirs = mailedLink(UNDER);

    await refuseDevice(link);

    expect((await stored()).email).toBe(email);
    await expect(refuseDevice(theirs)).rejects.toThrow("plus valable");
    expect((await stored()).email).toBe(email);
  });
});
