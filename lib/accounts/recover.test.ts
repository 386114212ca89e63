import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { certifiedIdentities, totpAuthenticators } from "@/db/schema";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { identifyAs } from "@/db/test/franceconnect";
import {
  ANGELA,
  accountOf,
  BROWSER,
  far,
  identify,
  NETWORK,
  OTHER_BROWSER,
  SIMONE,
} from "@/db/test/identifying";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { mailbox } from "@/db/test/mailbox";
import { system } from "@/lib/auth/actor";
import { codeOf, keyOf } from "@/lib/auth/one-time";
import { openSession } from "@/lib/connect/commands/open-session";
import { listSessions } from "@/lib/connect/queries";
import { comeBack } from "./commands/come-back";
import { startIdentification } from "./commands/identifications";
import {
  askRecoveredMailbox,
  findRecovered,
  recoverByFranceConnect,
} from "./commands/recover-account";
import { resetPassword } from "./commands/reset-password";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

afterAll(() => far.stop());

const NEW = "nouvelle@exemple.fr";
let id: string;

beforeEach(async () => {
  mailbox.length = 0;
  await forgetJobs();
  await seedDemoAccounts();
  ({ id } = await accountOf("usager.bron@exemple.fr"));
  await identify(ANGELA, id);
  await forgetJobs();
});

async function goRecover(identity: string) {
  const way = { purpose: "recover", accountId: null, suite: "/compte", browser: BROWSER } as const;
  const answer = await identifyAs(identity, await startIdentification(way, NETWORK));
  const returned = await comeBack(answer, BROWSER, null);
  if (!returned) throw new Error("for nobody");
  return returned;
}

async function askNew(email = NEW) {
  const { id: identification, outcome } = await goRecover(ANGELA);
  expect(outcome.kind).toBe("recover");
  const codeId = await askRecoveredMailbox({ id: identification, email }, BROWSER, NETWORK);
  await runJobs();
  return { codeId, code: codeOf({ id: codeId, sendings: 1 }, 8), identification };
}

test("whoever the State says they are gets their certified account back, at another address", async () => {
  await openSession(system("test"), id, false);
  await pool
    .insert(totpAuthenticators)
    .values({ accountId: id, secret: "x", confirmedAt: new Date() });
  const { codeId, code } = await askNew();
  expect(mailbox.map(({ to }) => to)).toEqual([NEW]);
  const reset = await recoverByFranceConnect({ id: codeId, code }, BROWSER);
  expect(await accountOf(NEW)).toMatchObject({
    id,
    hasPassword: false,
    identityOrigin: "certified",
  });
  expect(await listSessions(system("test"), id)).toEqual([]);
  expect(await pool.$count(totpAuthenticators)).toBe(0);
  const key = keyOf({ id: reset, sendings: 1 });
  expect(await resetPassword({ id: reset, key, password: "cormoran vélo tiroir" })).toBe(id);
  await runJobs();
  expect(mailbox.map(({ to }) => to)).toContain("usager.bron@exemple.fr");
});

test("by the very same civil identity, when FranceConnect names them otherwise", async () => {
  await pool.update(certifiedIdentities).set({ subject: "before" });
  const { codeId, code } = await askNew();
  await recoverByFranceConnect({ id: codeId, code }, BROWSER);
  const [kept] = await pool.select().from(certifiedIdentities);
  expect(kept).toMatchObject({ accountId: id, subject: expect.stringMatching(/v1$/) });
});

test("one fact that differs is somebody else", async () => {
  await pool.update(certifiedIdentities).set({
    subject: "before",
    pivot: sql`jsonb_set(pivot, '{birthplace}', '"69123"')`,
  });
  expect((await goRecover(ANGELA)).outcome.kind).toBe("unknown");
});

test("nobody without a certified account, and not whoever only has the same name", async () => {
  expect((await goRecover(SIMONE)).outcome.kind).toBe("unknown");
});

test("only in the browser that came back, and once", async () => {
  const { codeId, code, identification } = await askNew();
  expect(await findRecovered(identification, OTHER_BROWSER)).toBeNull();
  expect(await findRecovered(identification, BROWSER)).toMatchObject({ id });
  await expect(recoverByFranceConnect({ id: codeId, code }, OTHER_BROWSER)).rejects.toThrow();
  const both = await Promise.allSettled([
    recoverByFranceConnect({ id: codeId, code }, BROWSER),
    recoverByFranceConnect({ id: codeId, code }, BROWSER),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("an address that has another account is told so, and never taken", async () => {
  const { codeId, code } = await askNew("usager.lyon@exemple.fr");
  expect(mailbox.at(-1)?.subject).toMatch(/sert déjà à un compte/);
  await expect(recoverByFranceConnect({ id: codeId, code }, BROWSER)).rejects.toThrow();
  expect(await pool.$count(certifiedIdentities, eq(certifiedIdentities.accountId, id))).toBe(1);
  expect((await accountOf("usager.bron@exemple.fr")).id).toBe(id);
});

test("a way to sign in is not a way to recover", async () => {
  const { id: identification } = await identify(SIMONE);
  expect(await findRecovered(identification, BROWSER)).toBeNull();
  const ask = askRecoveredMailbox({ id: identification, email: NEW }, BROWSER, NETWORK);
  await expect(ask).rejects.toThrow();
});
