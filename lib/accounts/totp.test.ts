import { eq, sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { events, recoveryCodes, totpAuthenticators } from "@/db/schema";
import { agentRoles, agents } from "@/db/schema/organisations";
import { DEMO_ACCOUNTS } from "@/db/seed/demo-accounts";
import { beforeEachDemoAccounts } from "@/db/test/demo-accounts";
import { account, createOrganisation, only, resident } from "@/db/test/factories";
import { runJobs } from "@/db/test/jobs";
import { lastMail } from "@/db/test/mailbox";
import {
  addTotp,
  firstProof,
  pass,
  pendingSecret,
  totpCode,
  won,
  wrongTotpCode,
} from "@/db/test/totp";
import { renewRecoveryCodes } from "./commands/recovery-codes";
import { asksSecond, byTotp } from "./commands/second-step";
import { confirmTotp, removeTotp, startTotp } from "./commands/totp";
import { findPendingTotp, getFactors } from "./queries/factors";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const { id, email } = only(DEMO_ACCOUNTS);
const ctx = { actor: account(id) };
const stranger = { actor: account(DEMO_ACCOUNTS[1]?.id) };

beforeEachDemoAccounts();

const actions = async () => (await pool.select().from(events)).map(({ action }) => action);

describe("adding an application of codes", () => {
  test("its first code makes it active; ten recovery codes come with it, and the owner is told", async () => {
    const { codes } = await addTotp(ctx);
    expect(new Set(codes)).toHaveLength(10);
    expect(await getFactors(id)).toMatchObject({ recoveryLeft: 10, totp: expect.anything() });
    expect(await asksSecond(id)).toBe(true);
    await runJobs();
    expect(lastMail()).toMatchObject({ to: email, subject: expect.stringContaining("Un code") });
    expect(await actions()).toContain("account.add-totp");
  });

  test("neither key nor codes are readable in the database", async () => {
    const { secret, codes } = await addTotp(ctx);
    const kept = JSON.stringify([
      await pool.select().from(totpAuthenticators),
      await pool.select().from(recoveryCodes),
    ]);
    for (const shown of [secret, ...codes]) expect(kept).not.toContain(shown);
  });

  test("before its first code it asks nothing, and a wrong one changes nothing", async () => {
    const totpId = await startTotp(ctx);
    const code = wrongTotpCode(await pendingSecret(ctx, totpId));
    const act = confirmTotp(ctx, { id: totpId, code });
    await expect(act).rejects.toMatchObject({ fields: { code: expect.any(String) } });
    expect(await asksSecond(id)).toBe(false);
  });

  test("another account neither sees its key nor confirms it; nor does it wait for ever", async () => {
    const totpId = await startTotp(ctx);
    const code = totpCode(await pendingSecret(ctx, totpId));
    expect(await findPendingTotp(stranger, totpId)).toBeNull();
    await expect(confirmTotp(stranger, { id: totpId, code })).rejects.toThrow("Recommencez");
    await pool.execute(
      sql`update totp_authenticators set created_at = now() - interval '61 minutes'`,
    );
    await expect(confirmTotp(ctx, { id: totpId, code })).rejects.toThrow("Recommencez");
  });

  test("on another telephone, the new one replaces the old one; recovery codes stay", async () => {
    const { secret } = await addTotp(ctx);
    const totpId = await startTotp(ctx);
    const code = totpCode(await pendingSecret(ctx, totpId), -1);
    expect(await confirmTotp(ctx, { id: totpId, code })).toBeNull();
    const step = await firstProof(ctx);
    await expect(pass(step, byTotp(totpCode(secret)))).rejects.toMatchObject({ code: "invalid" });
    expect((await getFactors(id)).recoveryLeft).toBe(10);
  });

  test("of the same code confirmed twice at once, one adds it", async () => {
    const totpId = await startTotp(ctx);
    const code = totpCode(await pendingSecret(ctx, totpId));
    expect(await won([1, 2, 3].map(() => confirmTotp(ctx, { id: totpId, code })))).toBe(1);
  });
});

describe("removing the application", () => {
  test("its owner is told, recovery codes go with it, and the password opens again", async () => {
    await addTotp(ctx);
    await removeTotp(ctx);
    expect(await getFactors(id)).toMatchObject({ totp: null, recoveryLeft: 0 });
    expect(await asksSecond(id)).toBe(false);
    await runJobs();
    expect(lastMail()).toMatchObject({ to: email, subject: expect.stringContaining("Aucun code") });
  });

  test("is refused to an agent who has no other second proof", async () => {
    await addTotp(ctx);
    const organisation = await createOrganisation();
    const agent = only(
      await pool.insert(agents).values({ email, givenName: "S", familyName: "B" }).returning(),
    );
    await pool
      .insert(agentRoles)
      .values({ agentId: agent.id, organisationId: organisation.id, role: "agent" });
    await expect(removeTotp(ctx)).rejects.toThrow("Ajoutez d’abord une clé d’accès");
    await pool.update(agents).set({ disabledAt: new Date() }).where(eq(agents.id, agent.id));
    await removeTotp(ctx);
  });

  test.each([
    ["start", () => startTotp({ actor: resident(id) })],
    ["remove", () => removeTotp({ actor: resident(id) })],
    ["renew", () => renewRecoveryCodes({ actor: resident(id) })],
  ])("nobody but an account may %s", async (_, act) => {
    await expect(act()).rejects.toMatchObject({ code: "forbidden" });
  });
});
