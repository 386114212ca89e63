import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { accountCodes, accounts, events, sessionDevices } from "@/db/schema";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { account, only, resident } from "@/db/test/factories";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { lastMail, mailbox, mailedCode } from "@/db/test/mailbox";
import { addTotp, totpCode } from "@/db/test/totp";
import { system } from "@/lib/auth/actor";
import { openSession } from "@/lib/connect/commands/open-session";
import { findSession } from "@/lib/connect/queries";
import {
  askConfirmCode,
  confirmByCode,
  confirmByPassword,
  confirmByTotp,
} from "./commands/confirm";
import { rememberDevice } from "./commands/remember-device";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const network = "192.0.2.1";
const { id, email } = only(DEMO_ACCOUNTS);
const ctx = { actor: account(id) };
const stranger = { actor: account(DEMO_ACCOUNTS[1]?.id) };
const AN_HOUR_AGO = Math.floor(Date.now() / 1000) - 3600;

let cookie: string;
let uid: string;

/** A session opened an hour ago. */
beforeEach(async () => {
  await seedDemoAccounts();
  await pool.update(accounts).set({ passwordChangedAt: new Date("2026-01-01") });
  const device = await rememberDevice(id, { key: "k", name: "Firefox", isProven: true });
  ({ cookie } = await openSession(system("test"), id, false, { device }));
  await pool.execute(
    sql`update oidc_artifacts set payload = payload || ${JSON.stringify({ loginTs: AN_HOUR_AGO })}::jsonb`,
  );
  uid = (await session()).uid;
  mailbox.length = 0;
  await forgetJobs();
});

async function session() {
  const found = await findSession(cookie);
  if (!found) throw new Error("no session");
  return found;
}

const minutesSinceProof = async () =>
  Math.round((Date.now() - (await session()).provenAt.getTime()) / 60_000);

const withoutPassword = () =>
  pool.update(accounts).set({ passwordHash: null }).where(eq(accounts.id, id));

async function askCode() {
  const codeId = await askConfirmCode(ctx, network);
  await runJobs();
  return codeId;
}

test("a sign-in is a proof; an hour later it no longer is a recent one", async () => {
  expect(await minutesSinceProof()).toBe(60);
});

describe("by the password", () => {
  test("the session is proven now; its owner reads it in the journal", async () => {
    await confirmByPassword(ctx, uid, DEMO_PASSWORD);
    expect(await minutesSinceProof()).toBe(0);
    const noted = await pool.select().from(events).where(eq(events.action, "account.confirm"));
    expect(noted).toMatchObject([{ subjectId: id, details: { with: "password" } }]);
  });

  test("a wrong one proves nothing, and counts as an attempt to sign in", async () => {
    for (let n = 0; n < 5; n++)
      await expect(confirmByPassword(ctx, uid, `essai ${n}`)).rejects.toMatchObject({
        fields: { password: expect.any(String) },
      });
    await expect(confirmByPassword(ctx, uid, DEMO_PASSWORD)).rejects.toThrow("Trop d’essais");
    expect(await minutesSinceProof()).toBe(60);
  });

  test("nobody proves somebody else's session", async () => {
    await expect(confirmByPassword(stranger, uid, DEMO_PASSWORD)).rejects.toThrow("est finie");
    const act = confirmByPassword({ actor: resident(id) }, uid, DEMO_PASSWORD);
    await expect(act).rejects.toMatchObject({ code: "forbidden" });
    expect(await minutesSinceProof()).toBe(60);
  });

  test("one session proven is not another", async () => {
    const other = await openSession(system("test"), id, false);
    await pool.execute(
      sql`update oidc_artifacts set payload = payload || ${JSON.stringify({ loginTs: AN_HOUR_AGO })}::jsonb`,
    );
    await confirmByPassword(ctx, uid, DEMO_PASSWORD);
    const found = await findSession(other.cookie);
    expect(found?.provenAt.getTime()).toBe(AN_HOUR_AGO * 1000);
  });
});

describe("by an application of codes", () => {
  test("the session is proven now, and counts for two proofs from then on", async () => {
    const { secret } = await addTotp(ctx);
    expect((await session()).authentication.amr).toEqual(["pwd"]);
    await confirmByTotp(ctx, uid, totpCode(secret));
    expect(await minutesSinceProof()).toBe(0);
    expect((await session()).authentication.amr).toEqual(["pwd", "otp", "mfa"]);
  });

  test("a code that was taken, or somebody else’s, proves nothing", async () => {
    const [{ secret }, theirs] = [await addTotp(ctx), await addTotp(stranger)];
    await confirmByTotp(ctx, uid, totpCode(secret));
    await pool.update(sessionDevices).set({ provenAt: null });
    for (const code of [totpCode(secret), totpCode(theirs.secret, 1)])
      await expect(confirmByTotp(ctx, uid, code)).rejects.toMatchObject({ code: "invalid" });
    expect(await minutesSinceProof()).toBe(60);
  });
});

describe("by a code sent to the mailbox, without a password", () => {
  beforeEach(() => withoutPassword());

  test("the session is proven now, once", async () => {
    const input = { id: await askCode(), code: mailedCode() };
    expect(lastMail().to).toBe(email);
    await confirmByCode(ctx, uid, input);
    expect(await minutesSinceProof()).toBe(0);
    await pool.update(sessionDevices).set({ provenAt: null });
    await expect(confirmByCode(ctx, uid, input)).rejects.toMatchObject({ code: "invalid" });
  });

  test("of two at once, one goes on", async () => {
    const input = { id: await askCode(), code: mailedCode() };
    const both = await Promise.allSettled([
      confirmByCode(ctx, uid, input),
      confirmByCode(ctx, uid, input),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("somebody else's code, a wrong one or one that is over proves nothing", async () => {
    const input = { id: await askCode(), code: mailedCode() };
    await expect(confirmByCode(stranger, uid, input)).rejects.toMatchObject({ code: "invalid" });
    const wrong = { ...input, code: input.code === "000000" ? "111111" : "000000" };
    await expect(confirmByCode(ctx, uid, wrong)).rejects.toMatchObject({ code: "invalid" });
    await pool.update(accountCodes).set({ expiresAt: new Date(0) });
    await expect(confirmByCode(ctx, uid, input)).rejects.toMatchObject({ code: "invalid" });
    expect(await minutesSinceProof()).toBe(60);
  });
});

test("with a password, an open mailbox beside an open session is not enough", async () => {
  await expect(askConfirmCode(ctx, network)).rejects.toMatchObject({ code: "forbidden" });
});
