import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { accountDevices, accountMerges, accounts } from "@/db/schema";
import { DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { createClient } from "@/db/test/connect";
import { account } from "@/db/test/factories";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { lastMail, mailbox } from "@/db/test/mailbox";
import {
  beforeEachMerge,
  certify,
  merge,
  mine,
  other,
  own,
  place,
  prove,
  third,
  worker,
} from "@/db/test/merging";
import { authenticate } from "@/lib/accounts/commands/authenticate";
import { rememberDevice } from "@/lib/accounts/commands/remember-device";
import { findAccount } from "@/lib/accounts/queries";
import { codeOf } from "@/lib/auth/one-time";
import { openSession } from "@/lib/connect/commands/open-session";
import { previousSubjects, subjectFor } from "@/lib/connect/provider/subjects";
import { listSessions } from "@/lib/connect/queries";
import { giveConsent } from "@/lib/consents/commands/decide";
import { findActiveConsent } from "@/lib/consents/queries";
import { listJournal } from "@/lib/events/queries";
import { mergeAccounts } from "./commands/merge-accounts";
import { askOtherCode, proveOtherByCode, proveOtherByPassword } from "./commands/prove-other";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

beforeEachMerge();

const consent = (accountId: string, clientId: string) => ({
  accountId,
  clientId,
  place: "consent-page" as const,
  ticked: ["phone"],
});

describe("proving that the other account is one's own", () => {
  test("by its password; a wrong one says nothing", async () => {
    await expect(
      proveOtherByPassword(mine, { email: other.email, password: "ce n’est pas lui" }, place),
    ).rejects.toThrow("ne correspond pas");
    expect(await prove()).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("by a code sent to its mailbox, which only the asker can use", async () => {
    const id = await askOtherCode(mine, other.email, "n");
    await runJobs();
    expect(lastMail()).toMatchObject({ to: other.email, subject: /Réunir deux comptes/ });
    const code = codeOf({ id, sendings: 1 }, 8);
    const stranger = { actor: account(third.id) };
    await expect(proveOtherByCode(stranger, { id, code }, place.browser)).rejects.toThrow();
    expect(await proveOtherByCode(mine, { id, code }, place.browser)).toBeTruthy();
    await expect(proveOtherByCode(mine, { id, code }, place.browser)).rejects.toThrow();
  });

  test("an address without an account is not told apart, and gets nothing", async () => {
    expect(await askOtherCode(mine, "personne@exemple.fr", "n")).toBeTruthy();
    await runJobs();
    expect(mailbox).toEqual([]);
  });

  test("one's own account is not another one", async () => {
    await expect(prove(own)).rejects.toThrow("Écrivez celle de l’autre");
  });
});

describe("two accounts become one", () => {
  test("the other one opens nothing, and its mailbox is told; this one keeps its address", async () => {
    await openSession(worker, own.id, false);
    await openSession(worker, other.id, false);
    await forgetJobs();
    expect(await merge()).toEqual({ keptId: own.id, proof: "password" });
    expect(await listSessions(worker, own.id)).toEqual([]);
    expect(await listSessions(worker, other.id)).toEqual([]);
    await expect(
      authenticate({ email: other.email, password: DEMO_PASSWORD }, "n"),
    ).rejects.toThrow();
    await runJobs();
    expect(mailbox.map(({ to, subject }) => `${to} ${subject.split(" – ")[0]}`).sort()).toEqual(
      [
        `${own.email} Vos deux comptes sont réunis`,
        `${other.email} Ce compte est réuni à votre autre compte`,
      ].sort(),
    );
    expect((await findAccount(worker, own.id))?.email).toBe(own.email);
    expect(await pool.$count(accounts, eq(accounts.email, other.email))).toBe(0);
  });

  test("the other one may be the one that stays", async () => {
    expect(await merge({ keptId: other.id })).toMatchObject({ keptId: other.id });
    expect(await findAccount(worker, own.id)).toBeNull();
    expect((await findAccount(worker, other.id))?.email).toBe(other.email);
  });

  test("agreements move where nothing was decided, and keep their text and their end", async () => {
    const [pool1, pool2] = [await createClient("piscines"), await createClient("musees")];
    await giveConsent(worker, consent(other.id, pool1.id));
    await giveConsent(worker, consent(other.id, pool2.id));
    await giveConsent(worker, { ...consent(own.id, pool2.id), ticked: [] });
    const given = await findActiveConsent(worker, other.id, pool1.id);
    const kept = await findActiveConsent(worker, own.id, pool2.id);
    await merge();
    expect(await findActiveConsent(worker, own.id, pool1.id)).toMatchObject({
      text: given?.text,
      items: given?.items,
      expiresAt: given?.expiresAt,
    });
    expect((await findActiveConsent(worker, own.id, pool2.id))?.id).toBe(kept?.id);
    expect(await findActiveConsent(worker, other.id, pool1.id)).toBeNull();
  });
});

describe("what services, journal and browsers knew", () => {
  test("services know the one account by the name they knew", async () => {
    const before = {
      alone: await subjectFor(other.id, "musees"),
      mine: await subjectFor(own.id, "piscines"),
      theirs: await subjectFor(other.id, "piscines"),
    };
    await merge();
    expect(await subjectFor(own.id, "musees")).toBe(before.alone);
    expect(await subjectFor(own.id, "piscines")).toBe(before.mine);
    expect(await previousSubjects(own.id, "piscines")).toEqual([before.theirs]);
    expect(await previousSubjects(own.id, "musees")).toEqual([]);
  });

  test("and still do after another merge", async () => {
    const first = await subjectFor(third.id, "piscines");
    const second = await subjectFor(other.id, "piscines");
    const own1 = await subjectFor(own.id, "piscines");
    await mergeAccounts(
      { actor: account(other.id) },
      { proofId: await prove(third, { actor: account(other.id) }), keptId: other.id },
    );
    await merge();
    expect(await previousSubjects(own.id, "piscines")).toEqual([first, second]);
    expect(await subjectFor(own.id, "piscines")).toBe(own1);
    expect(
      await pool.select().from(accountMerges).where(eq(accountMerges.keptId, own.id)),
    ).toHaveLength(2);
  });

  test("its journal and its browsers are this account's", async () => {
    await rememberDevice(other.id, { key: "k", name: "Téléphone", isProven: true });
    await authenticate({ email: other.email, password: DEMO_PASSWORD }, "n", "Téléphone");
    await merge();
    const { entries } = await listJournal(mine, own.id);
    expect(entries.map(({ details }) => details.device)).toContain("Téléphone");
    mailbox.length = 0;
    await forgetJobs();
    await rememberDevice(own.id, { key: "k", name: "Téléphone", isProven: false });
    await runJobs();
    expect(mailbox).toEqual([]);
    expect(await pool.$count(accountDevices, eq(accountDevices.accountId, own.id))).toBe(1);
  });

  test("a certificate comes along, with the State's names", async () => {
    await certify(other.id, "DUBOIS");
    await merge();
    expect(await findAccount(worker, own.id)).toMatchObject({
      familyName: "DUBOIS",
      identityOrigin: "certified",
      certificate: { acr: "eidas1" },
    });
  });

  test("a stranger's journal stays out of reach", async () => {
    await merge();
    expect((await listJournal({ actor: account(third.id) }, own.id)).entries).toEqual([]);
  });
});
