import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { accountRecoveries, accounts, agents, events, passkeys } from "@/db/schema";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { account, createAgent, createOrganisation, only } from "@/db/test/factories";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { lastMail, mailbox, mailedLink } from "@/db/test/mailbox";
import { authenticate } from "@/lib/accounts/commands/authenticate";
import { undoEmailChange } from "@/lib/accounts/commands/change-email";
import { resetPassword } from "@/lib/accounts/commands/reset-password";
import { findAccount } from "@/lib/accounts/queries";
import type { Actor } from "@/lib/auth/actor";
import { system } from "@/lib/auth/actor";
import { keyOf } from "@/lib/auth/one-time";
import { openSession } from "@/lib/connect/commands/open-session";
import { listSessions } from "@/lib/connect/queries";
import { parseInput } from "@/lib/errors";
import { approveRecovery, askRecovery, cancelRecovery } from "./commands/ask-recovery";
import { endAccounts } from "./commands/end-accounts";
import { refuseRecovery, takeRecovered } from "./commands/end-recovery";
import { eraseAccount } from "./commands/erase-account";
import { getRecovery, listRecoveries } from "./queries/recoveries";
import { askRecoveryInput } from "./schemas";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const { id, email } = only(DEMO_ACCOUNTS);
const NEW = "nouvelle@exemple.fr";
const PASSWORD = "cormoran vélo tiroir";
const worker = system("test");
const input = {
  email,
  newEmail: NEW,
  reason: "Téléphone et courriel perdus",
  evidence: ["identity-paper" as const],
};

let asker: { actor: Actor };
let approver: { actor: Actor };

beforeEach(async () => {
  mailbox.length = 0;
  await forgetJobs();
  await seedDemoAccounts();
  const office = await createOrganisation({ kind: "metropole", name: "Métropole" });
  asker = { actor: await createAgent(office.id, [], "manager") };
  approver = { actor: await createAgent(office.id, [], "administrator") };
});

const recovery = async () => only(await pool.select().from(accountRecoveries));

async function approved() {
  const asked = await askRecovery(asker, input);
  await approveRecovery(approver, asked);
  await runJobs();
  await runJobs();
  return asked;
}

/** The delayed jobs, as if three days had passed. */
async function threeDaysLater() {
  await pool.execute(sql`update account_recoveries set ready_at = now() - interval '1 second'`);
  await pool.execute(sql`update graphile_worker._private_jobs set run_at = now()`);
  await runJobs();
  await runJobs();
}

const mailsTo = (to: string) => mailbox.filter((mail) => mail.to === to);

describe("two agents", () => {
  test("one asks, the other approves; the owner is told at once, and the link waits", async () => {
    const asked = await askRecovery(asker, input);
    await runJobs();
    expect(mailbox).toEqual([]);
    await expect(approveRecovery(asker, asked)).rejects.toThrow("Quelqu’un d’autre");
    for (const word of ["", email.slice(0, 6).toUpperCase(), input.newEmail, "personne"])
      expect(await listRecoveries(approver, word)).toHaveLength(word === "personne" ? 0 : 1);
    await approveRecovery(approver, asked);
    await runJobs();
    await runJobs();
    expect(mailbox.map(({ to }) => to)).toEqual([email]);
    expect(lastMail().subject).toMatch(/récupérer votre compte/);
    const { readyAt, approvedAt } = await recovery();
    expect((readyAt?.getTime() ?? 0) - (approvedAt?.getTime() ?? 0)).toBe(72 * 3_600_000);
    expect(await findAccount(worker, id)).toMatchObject({ email });
    const told = await pool.select().from(events).where(eq(events.subjectId, id));
    expect(told.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["account.ask-recovery", "account.approve-recovery"]),
    );
  });

  test("of two who approve at once, one does", async () => {
    const asked = await askRecovery(asker, input);
    const both = await Promise.allSettled([
      approveRecovery(approver, asked),
      approveRecovery(approver, asked),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("the database itself refuses one who is both", async () => {
    const asked = await askRecovery(asker, input);
    await expect(
      pool.execute(sql`update account_recoveries set approved_by = asked_by where id = ${asked}`),
    ).rejects.toThrow();
  });

  test.each<[string, "manager" | "administrator" | "agent" | "dpo", "metropole" | "commune"]>([
    ["an agent of the Métropole", "agent", "metropole"],
    ["its data protection officer", "dpo", "metropole"],
    ["an administrator of a commune", "administrator", "commune"],
  ])("%s may not", async (_, role, kind) => {
    const [office] = await pool.execute<{ id: string }>(
      sql`select id from organisations where kind = 'metropole'`,
    );
    const at = kind === "metropole" ? (office?.id ?? "") : (await createOrganisation()).id;
    const ctx = { actor: await createAgent(at, [], role) };
    await expect(askRecovery(ctx, input)).rejects.toMatchObject({ code: "forbidden" });
    const asked = await askRecovery(asker, input);
    await expect(approveRecovery(ctx, asked)).rejects.toMatchObject({ code: "forbidden" });
    await expect(cancelRecovery(ctx, asked)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listRecoveries(ctx)).rejects.toMatchObject({ code: "not-found" });
  });

  test("not for nobody's account, nor an agent's, nor twice", async () => {
    await expect(askRecovery(asker, { ...input, email: "personne@exemple.fr" })).rejects.toThrow();
    await askRecovery(asker, input);
    await expect(askRecovery(approver, input)).rejects.toThrow("déjà en cours");
    const other = DEMO_ACCOUNTS[1]?.email ?? "";
    await pool.update(agents).set({ email: other }).where(eq(agents.id, approver.actor.id));
    await expect(askRecovery(asker, { ...input, email: other })).rejects.toThrow("d’un agent");
  });
});

test.each([
  [{ ...input, evidence: [] }, "evidence"],
  [{ ...input, evidence: ["known-requests"] }, "evidence"],
  [{ ...input, reason: "non" }, "reason"],
  [{ ...input, newEmail: email }, "newEmail"],
])("refuse what was not checked %#", (typed, field) => {
  expect(() => parseInput(askRecoveryInput, typed)).toThrow(
    expect.objectContaining({ fields: { [field]: expect.any(String) } }),
  );
});

describe("during the 72 hours", () => {
  test("the owner says no with one link, and nothing leaves", async () => {
    await approved();
    const link = mailedLink("/recuperation/annuler");
    await expect(refuseRecovery({ ...link, key: "devinée" })).rejects.toThrow("plus valable");
    await refuseRecovery(link);
    await threeDaysLater();
    expect(mailsTo(NEW)).toEqual([]);
    expect(await recovery()).toMatchObject({ outcome: "cancelled-by-owner" });
    expect((await authenticate({ email, password: DEMO_PASSWORD }, "n")).id).toBe(id);
  });

  test("an agent cancels, and nothing leaves", async () => {
    const asked = await approved();
    await cancelRecovery(asker, asked);
    await cancelRecovery(asker, asked);
    await threeDaysLater();
    expect(mailsTo(NEW)).toEqual([]);
    expect(await getRecovery(approver, asked)).toMatchObject({
      outcome: "cancelled-by-agent",
      email,
    });
  });

  test("the link does not leave before its time, whoever runs the job", async () => {
    await approved();
    await pool.execute(sql`update graphile_worker._private_jobs set run_at = now()`);
    await runJobs();
    await runJobs();
    expect(mailsTo(NEW)).toEqual([]);
    expect(mailsTo(email)).toHaveLength(2);
  });
});

describe("after the 72 hours", () => {
  test("the person takes the account back: old ways in are worth nothing, the old address is told", async () => {
    await pool.insert(passkeys).values({
      accountId: id,
      credentialId: "c",
      publicKey: "k",
      counter: 0,
      transports: [],
      isSynced: false,
      name: "Téléphone",
    });
    await openSession(worker, id, false);
    await approved();
    await threeDaysLater();
    const link = mailedLink("/recuperation/reprendre");
    expect(lastMail().to).toBe(NEW);
    const both = await Promise.allSettled([takeRecovered(link), takeRecovered(link)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const reset = both.find((one) => one.status === "fulfilled")?.value ?? "";
    expect(await findAccount(worker, id)).toMatchObject({ email: NEW, hasPassword: false });
    expect(await listSessions(worker, id)).toEqual([]);
    expect(await pool.$count(passkeys)).toBe(0);
    await resetPassword({ id: reset, key: keyOf({ id: reset, sendings: 1 }), password: PASSWORD });
    expect((await authenticate({ email: NEW, password: PASSWORD }, "n")).id).toBe(id);
    await expect(authenticate({ email, password: DEMO_PASSWORD }, "n")).rejects.toThrow();

    mailbox.length = 0;
    await runJobs();
    const told = mailsTo(email);
    expect(told).toHaveLength(1);
    mailbox.splice(0, mailbox.length, ...told);
    await undoEmailChange(mailedLink("/compte/annuler-changement"));
    expect(await findAccount(worker, id)).toMatchObject({ email });
  });

  test("a link that nobody opens is over", async () => {
    await approved();
    await threeDaysLater();
    const link = mailedLink("/recuperation/reprendre");
    await pool.execute(sql`update account_recoveries set sent_at = now() - interval '9 days'`);
    await endAccounts(worker);
    expect(await recovery()).toMatchObject({ outcome: "expired" });
    await expect(takeRecovered(link)).rejects.toThrow("plus valable");
    expect(await pool.$count(accounts, eq(accounts.email, NEW))).toBe(0);
  });

  test("what agents wrote goes a year after the end, or with the account", async () => {
    const asked = await approved();
    await cancelRecovery(asker, asked);
    await endAccounts(worker);
    expect(await pool.$count(accountRecoveries)).toBe(1);
    await pool.execute(sql`update account_recoveries set ended_at = now() - interval '13 months'`);
    await endAccounts(worker);
    expect(await pool.$count(accountRecoveries)).toBe(0);
    await askRecovery(asker, input);
    await pool.update(accounts).set({ closedAt: new Date() }).where(eq(accounts.id, id));
    await eraseAccount(worker, { accountId: id });
    expect(await pool.$count(accountRecoveries)).toBe(0);
  });

  test("its owner alone sees it among residents", async () => {
    await approved();
    await expect(listRecoveries({ actor: account(id) })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
