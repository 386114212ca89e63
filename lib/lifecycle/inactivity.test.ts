import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { accountClosures, accounts, agentRoles, agents } from "@/db/schema";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { DEMO_ACCOUNTS } from "@/db/seed/demo-accounts";
import { account, createAgent, createOrganisation, only } from "@/db/test/factories";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { mailbox } from "@/db/test/mailbox";
import { rememberDevice } from "@/lib/accounts/commands/remember-device";
import { system } from "@/lib/auth/actor";
import { askClosure } from "./commands/ask-closure";
import { endAccounts } from "./commands/end-accounts";
import { inDays } from "./model";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const { id, email } = only(DEMO_ACCOUNTS);
const mine = { actor: account(id) };
const worker = system("test");

const subjects = () => mailbox.filter(({ to }) => to === email).map(({ subject }) => subject);
const stored = async () => only(await pool.select().from(accounts).where(eq(accounts.id, id)));

async function night(now: Date) {
  await endAccounts(worker, now);
  await runJobs();
}

describe("36 months without a sign-in", () => {
  const LAST = new Date("2024-01-10T09:00:00Z");
  const on = (text: string) => new Date(`${text}T03:07:00Z`);

  beforeEach(async () => {
    mailbox.length = 0;
    await forgetJobs();
    await seedDemoAccounts();
    await pool.update(accounts).set({ lastSignInAt: new Date("2026-11-01T09:00:00Z") });
    await pool.update(accounts).set({ lastSignInAt: LAST }).where(eq(accounts.id, id));
  });

  test("three warnings, then closed as if its owner had asked", async () => {
    await night(on("2026-11-10"));
    expect(subjects()).toEqual([]);
    for (const day of ["2026-11-12", "2026-11-13", "2026-12-11", "2026-12-12", "2026-12-13"])
      await night(on(day));
    expect(subjects()).toHaveLength(2);
    expect(subjects()[0]).toMatch(/fermé le 11.janvier.2027/);
    await night(on("2027-01-04"));
    expect(subjects()).toHaveLength(3);
    await night(on("2027-01-10"));
    expect((await stored()).closedAt).toBeNull();
    await night(on("2027-01-11"));
    expect((await stored()).email).not.toBe(email);
    expect(subjects().at(-1)).toMatch(/est supprimé/);
  });

  test("one sign-in, however it was done, and nobody is warned any more", async () => {
    await night(on("2026-11-12"));
    await rememberDevice(id, { key: "a", name: "Firefox sur Windows", isProven: true });
    await pool
      .update(accounts)
      .set({ lastSignInAt: on("2026-11-20") })
      .where(eq(accounts.id, id));
    await night(on("2026-12-20"));
    await night(on("2027-02-20"));
    expect((await stored()).closedAt).toBeNull();
    expect(subjects()).toHaveLength(1);
    expect(await pool.$count(accountClosures)).toBe(0);
  });

  test("an account never entered counts from its creation; an agent's is left alone", async () => {
    await pool
      .update(accounts)
      .set({ lastSignInAt: null, createdAt: LAST })
      .where(eq(accounts.id, id));
    const agent = await createAgent((await createOrganisation()).id, []);
    await pool.update(agents).set({ email }).where(eq(agents.id, agent.id));
    await night(on("2026-11-12"));
    expect(await pool.$count(accountClosures)).toBe(0);
    await pool.delete(agentRoles).where(eq(agentRoles.agentId, agent.id));
    await night(on("2026-11-13"));
    expect(await pool.$count(accountClosures)).toBe(1);
  });

  test("its owner may still ask for it to go sooner", async () => {
    await night(on("2026-11-12"));
    await askClosure(mine, undefined, on("2026-11-14"));
    expect(only(await pool.select().from(accountClosures))).toMatchObject({
      cause: "owner",
      dueAt: inDays(30, on("2026-11-14")),
      remindedDays: null,
    });
  });
});
