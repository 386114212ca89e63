import { eq, sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { accountCodes, accounts, events } from "@/db/schema";
import { DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { beforeEachDemoAccounts } from "@/db/test/demo-accounts";
import { only } from "@/db/test/factories";
import { runJobs } from "@/db/test/jobs";
import { lastMail, mailbox, mailedCode, mailedLink } from "@/db/test/mailbox";
import { system } from "@/lib/auth/actor";
import { openSession } from "@/lib/connect/commands/open-session";
import { findSession, listSessions } from "@/lib/connect/queries";
import { hashing } from "@/lib/integrations/password";
import { authenticate } from "./commands/authenticate";
import { askReset, resetPassword } from "./commands/reset-password";
import { resendCode } from "./commands/sign-up";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const network = "192.0.2.1";
const email = "usager.bron@exemple.fr";
const password = "cormoran vélo tiroir";

beforeEachDemoAccounts();

async function askAndRead(address = email) {
  const id = await askReset({ email: address }, network);
  await runJobs();
  return id;
}

const samira = async () =>
  only(await pool.select().from(accounts).where(eq(accounts.email, email)));

describe("a forgotten password", () => {
  test.each([
    ["the code", () => ({ code: mailedCode() })],
    ["the link", () => ({ key: mailedLink("/mot-de-passe-oublie").key })],
  ])("is replaced with %s of the mail; the owner is told", async (_, proof) => {
    const id = await askAndRead();
    const { id: accountId, passwordChangedAt } = await samira();
    expect(mailedLink("/mot-de-passe-oublie").id).toBe(id);

    expect(await resetPassword({ id, password, ...proof() })).toBe(accountId);

    expect((await authenticate({ email, password }, network)).id).toBe(accountId);
    await expect(authenticate({ email, password: DEMO_PASSWORD }, network)).rejects.toThrow();
    expect((await samira()).passwordChangedAt.getTime()).toBeGreaterThan(
      passwordChangedAt.getTime(),
    );
    await runJobs();
    expect(lastMail()).toMatchObject({ to: email, subject: expect.stringContaining("a changé") });
    expect((await pool.select().from(events)).map(({ action }) => action)).toContain(
      "account.reset-password",
    );
  });

  test("ends every session that was open", async () => {
    const { id: accountId } = await samira();
    const { cookie } = await openSession(system("test"), accountId, false);
    expect(await findSession(cookie)).toMatchObject({ accountId });
    await resetPassword({ id: await askAndRead(), password, code: mailedCode() });
    expect(await findSession(cookie)).toBeNull();
    expect(await listSessions(system("test"), accountId)).toEqual([]);
  });

  test("opens at once, even after too many attempts to sign in", async () => {
    for (let n = 0; n < 8; n++)
      await authenticate({ email, password: "perdu perdu perdu" }, network).catch(() => null);
    const id = await askAndRead();
    await resetPassword({ id, password, code: mailedCode() });
    await authenticate({ email, password }, network);
  });

  test("asked for an address without account: same answer, same work, no mail, and no code ever works", async () => {
    const before = hashing.runs;
    const id = await askAndRead("personne@exemple.fr");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(hashing.runs).toBe(before);
    expect(mailbox).toEqual([]);
    await expect(resetPassword({ id, password, code: "12345678" })).rejects.toMatchObject({
      fields: { code: expect.stringContaining("ne correspond pas") },
    });
  });
});

describe("the proof", () => {
  test("works once, and once only at the same time", async () => {
    const id = await askAndRead();
    const proof = { id, password, code: mailedCode() };
    const results = await Promise.allSettled([resetPassword(proof), resetPassword(proof)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(resetPassword(proof)).rejects.toThrow();
  });

  test("is refused after half an hour, and after another one was sent", async () => {
    const id = await askAndRead();
    const first = mailedLink("/mot-de-passe-oublie").key;
    await resendCode(id, network);
    await runJobs();
    await expect(resetPassword({ id, password, key: first })).rejects.toMatchObject({
      message: expect.stringContaining("plus valable"),
    });
    await pool.update(accountCodes).set({ expiresAt: sql`now() - interval '1 second'` });
    const { key } = mailedLink("/mot-de-passe-oublie");
    await expect(resetPassword({ id, password, key })).rejects.toThrow("plus valable");
  });

  test("of a sign-up or of another reset opens nothing", async () => {
    const first = await askAndRead();
    const code = mailedCode();
    const other = await askAndRead("usager.lyon@exemple.fr");
    await expect(resetPassword({ id: other, password, code })).rejects.toThrow();
    expect(first).not.toBe(other);
  });

  test("is not spent by a password that is too weak", async () => {
    const id = await askAndRead();
    const code = mailedCode();
    const weak = resetPassword({ id, password: "motdepasse123", code });
    await expect(weak).rejects.toMatchObject({ fields: { password: expect.any(String) } });
    const own = resetPassword({ id, password: "Samira-Benali-1988", code });
    await expect(own).rejects.toMatchObject({ fields: { password: expect.any(String) } });
    await resetPassword({ id, password, code });
  });
});
