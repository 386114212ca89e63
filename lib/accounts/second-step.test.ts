import { describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { events, pendingSignIns, throttles } from "@/db/schema";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { beforeEachDemoAccounts } from "@/db/test/demo-accounts";
import { account, only } from "@/db/test/factories";
import { runJobs } from "@/db/test/jobs";
import { lastMail } from "@/db/test/mailbox";
import { addTotp, firstProof, pass, stepIn, totpCode, won, wrongTotpCode } from "@/db/test/totp";
import { authenticate } from "./commands/authenticate";
import { renewRecoveryCodes } from "./commands/recovery-codes";
import { byRecoveryCode, byTotp, type SecondProof } from "./commands/second-step";
import { confirmTotp, startTotp } from "./commands/totp";
import { findPendingTotp, getFactors } from "./queries/factors";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const { id, email } = only(DEMO_ACCOUNTS);
const ctx = { actor: account(id) };
const stranger = { actor: account(DEMO_ACCOUNTS[1]?.id) };

beforeEachDemoAccounts();

const actions = async () => (await pool.select().from(events)).map(({ action }) => action);

describe("the second step", () => {
  test("after the password, its code lets in, and says what was done", async () => {
    const { secret } = await addTotp(ctx);
    await authenticate({ email, password: DEMO_PASSWORD }, "192.0.2.1");
    expect(await actions()).not.toContain("account.sign-in");
    const entered = await pass(await firstProof(ctx), byTotp(totpCode(secret)));
    expect(entered).toEqual({
      accountId: id,
      isShared: true,
      isProven: false,
      suite: "/compte",
      franceConnect: undefined,
      authentication: { amr: ["pwd", "otp", "mfa"], acr: undefined },
    });
    expect(await actions()).toContain("account.sign-in");
  });

  test("a clock 30 seconds early or late is right, a minute is not", async () => {
    const { secret } = await addTotp(ctx);
    for (const steps of [-2, 2])
      await expect(
        pass(await firstProof(ctx), byTotp(totpCode(secret, steps))),
      ).rejects.toMatchObject({
        code: "invalid",
      });
    await pass(await firstProof(ctx), byTotp(totpCode(secret, 1)));
  });

  test("a code is good once, and so is every code before it", async () => {
    const { secret } = await addTotp(ctx);
    await pass(await firstProof(ctx), byTotp(totpCode(secret, 0)));
    for (const steps of [0, -1])
      await expect(
        pass(await firstProof(ctx), byTotp(totpCode(secret, steps))),
      ).rejects.toMatchObject({
        code: "invalid",
      });
  });

  test("of one code given at once in several sign-ins, one gets in", async () => {
    const { secret } = await addTotp(ctx);
    const steps = [await firstProof(ctx), await firstProof(ctx), await firstProof(ctx)];
    const code = totpCode(secret);
    expect(await won(steps.map((step) => pass(step, byTotp(code))))).toBe(1);
  });

  test("opens in the browser that gave the first proof, once, for ten minutes", async () => {
    const { secret } = await addTotp(ctx);
    const step = await firstProof(ctx);
    expect(await stepIn(step)).toMatchObject({ accountId: id });
    for (const other of ["another browser", ""]) {
      expect(await stepIn(step, other)).toBeNull();
      await expect(pass(step, byTotp(totpCode(secret)), other)).rejects.toThrow("Recommencez");
    }
    await pass(step, byTotp(totpCode(secret)));
    await expect(pass(step, byTotp(totpCode(secret, 1)))).rejects.toThrow("Recommencez");
    const late = await firstProof(ctx);
    await pool.update(pendingSignIns).set({ expiresAt: new Date() });
    await expect(pass(late, byTotp(totpCode(secret, 1)))).rejects.toThrow("Recommencez");
  });
});

describe("guessing the second proof", () => {
  test("guesses are few, whatever the browser: five of the account, ten of a sign-in", async () => {
    const { secret } = await addTotp(ctx);
    const wrong = () => pass(step, byTotp(wrongTotpCode(secret))).catch(({ message }) => message);
    let step = await firstProof(ctx);
    for (let n = 0; n < 5; n++) expect(await wrong()).toContain("Vérifiez");
    step = await firstProof(ctx);
    expect(await wrong()).toContain("Trop d’essais");
    await pool.delete(throttles);
    await pool.update(pendingSignIns).set({ attempts: 10 });
    expect(await wrong()).toContain("Recommencez");
    expect(
      (await actions()).filter((action) => action === "account.refuse-second-step"),
    ).toHaveLength(5);
  });

  test("of ten guesses at once, no more than five are looked at", async () => {
    await addTotp(ctx);
    const looks = vi.fn<SecondProof>(async () => null);
    const steps = await Promise.all(Array.from({ length: 10 }, () => firstProof(ctx)));
    await Promise.allSettled(steps.map((step) => pass(step, looks)));
    expect(looks.mock.calls.length).toBeGreaterThan(0);
    expect(looks.mock.calls.length).toBeLessThanOrEqual(5);
  });
});

describe("recovery codes", () => {
  test("one opens once, as it is typed from paper; its owner is told", async () => {
    const { codes } = await addTotp(ctx);
    await runJobs();
    const typed = ` ${codes[0]?.toLowerCase().replace("-", " ")} `;
    const entered = await pass(await firstProof(ctx), byRecoveryCode(typed));
    expect(entered.authentication.amr).toEqual(["pwd", "otp", "mfa"]);
    await expect(pass(await firstProof(ctx), byRecoveryCode(typed))).rejects.toThrow();
    expect((await getFactors(id)).recoveryLeft).toBe(9);
    await runJobs();
    expect(lastMail().subject).toContain("Un code de secours a ouvert");
  });

  test("of one given several times at once, one gets in", async () => {
    const { codes } = await addTotp(ctx);
    const steps = [await firstProof(ctx), await firstProof(ctx), await firstProof(ctx)];
    const attempts = steps.map((step) => pass(step, byRecoveryCode(codes[1] ?? "")));
    expect(await won(attempts)).toBe(1);
  });

  test("new ones replace the old ones; none without something they could replace", async () => {
    const { codes } = await addTotp(ctx);
    const renewed = await renewRecoveryCodes(ctx);
    await expect(pass(await firstProof(ctx), byRecoveryCode(codes[2] ?? ""))).rejects.toThrow();
    await pass(await firstProof(ctx), byRecoveryCode(renewed[2] ?? ""));
    await expect(renewRecoveryCodes(stranger)).rejects.toThrow("Ajoutez d’abord");
  });

  test("another account's open nothing", async () => {
    await addTotp(ctx);
    const theirs = await startTotp(stranger);
    const secret = (await findPendingTotp(stranger, theirs)) ?? "";
    const codes = await confirmTotp(stranger, { id: theirs, code: totpCode(secret) });
    await expect(pass(await firstProof(ctx), byRecoveryCode(codes?.[0] ?? ""))).rejects.toThrow();
    expect((await getFactors(stranger.actor.id)).recoveryLeft).toBe(10);
  });
});
