import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { accountCodes, accounts, events } from "@/db/schema";
import { DEMO_ACCOUNTS } from "@/db/seed/demo-accounts";
import { beforeEachDemoAccounts } from "@/db/test/demo-accounts";
import { effects } from "@/db/test/effects";
import { account, only } from "@/db/test/factories";
import { runJobs } from "@/db/test/jobs";
import { mailbox, mailedCode, mailedLink } from "@/db/test/mailbox";
import { addTotp, won } from "@/db/test/totp";
import { askEmailChange, confirmEmailChange } from "./commands/change-email";
import { askSignInLink, openSignInLink } from "./commands/sign-in-link";
import { findOpenCode } from "./queries";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const BROWSER = "one browser";
const network = "192.0.2.1";
const { id, email } = only(DEMO_ACCOUNTS);
const ctx = { actor: account(id) };

beforeEachDemoAccounts();

async function mailed(address = email, browser = BROWSER) {
  await askSignInLink({ email: address }, browser, network);
  await runJobs();
  return mailedLink("/connexion/lien");
}

type Link = { id: string; key: string };

const open = (link: Link, { browser = BROWSER, isConfirmed = false } = {}) =>
  openSignInLink(link, { browser, isConfirmed, network, device: "Firefox sur Windows" });

const stale = { message: expect.stringContaining("plus valable") };

describe("asking for a link", () => {
  test("leaves the same behind whether there is an account or not; only its owner is written to", async () => {
    await askSignInLink({ email }, BROWSER, network);
    const known = await effects();
    await askSignInLink({ email: "personne@exemple.fr" }, BROWSER, network);
    expect(await effects()).toEqual([...known, ...known].sort());
    await runJobs();
    expect(mailbox.map(({ to }) => to)).toEqual([email]);
  });

  test("again and again is slowed down", async () => {
    for (let n = 0; n < 3; n++) await askSignInLink({ email }, BROWSER, network);
    await expect(askSignInLink({ email }, BROWSER, network)).rejects.toThrow("Plusieurs messages");
  });
});

describe("the link", () => {
  test("opened in the browser that asked, opens the account once; looked at, it is not used", async () => {
    const link = await mailed();
    expect(await findOpenCode(link.id, "sign-in")).toMatchObject({ email, isOver: false });
    expect(await open(link)).toEqual({ accountId: id, authentication: { amr: ["mail"] } });
    await expect(open(link)).rejects.toMatchObject(stale);
    const signIns = await pool.select().from(events).where(eq(events.action, "account.sign-in"));
    expect(signIns).toMatchObject([{ subjectId: id, details: { with: "link" } }]);
  });

  test("opened several times at once, lets one in", async () => {
    const link = await mailed();
    expect(await won([open(link), open(link), open(link)])).toBe(1);
  });

  test.each(["another browser", ""])("in « %s », waits for a confirmation", async (browser) => {
    const link = await mailed();
    expect(await open(link, { browser })).toBeNull();
    expect(await open(link, { browser, isConfirmed: true })).toMatchObject({ accountId: id });
  });

  test("asked for by a browser without cookies, waits for a confirmation everywhere", async () => {
    const link = await mailed(email, "");
    expect(await open(link, { browser: "" })).toBeNull();
  });

  test("is over after fifteen minutes, when another is sent, and when the account closes", async () => {
    const late = await mailed();
    await pool.update(accountCodes).set({ expiresAt: new Date() });
    await expect(open(late)).rejects.toMatchObject(stale);
    const link = await mailed();
    await expect(open({ ...link, key: `${link.key}x` })).rejects.toMatchObject(stale);
    await pool.update(accounts).set({ closedAt: new Date() }).where(eq(accounts.id, id));
    await expect(open(link)).rejects.toMatchObject(stale);
  });

  test("for an address without an account opens nothing, whoever guesses it", async () => {
    const codeId = await askSignInLink({ email: "personne@exemple.fr" }, BROWSER, network);
    await expect(open({ id: codeId, key: "x" })).rejects.toMatchObject(stale);
  });

  test("sent to an address that is no longer the account’s opens nothing", async () => {
    const link = await mailed();
    const change = await askEmailChange(ctx, { email: "neuf@exemple.fr" }, network);
    await runJobs();
    await confirmEmailChange(ctx, { id: change, code: mailedCode() });
    await expect(open(link)).rejects.toMatchObject(stale);
  });

  test("is a first proof: an account with codes is not entered yet", async () => {
    await addTotp(ctx);
    await open(await mailed());
    const entered = await pool.select().from(events).where(eq(events.action, "account.sign-in"));
    expect(entered).toEqual([]);
  });
});
