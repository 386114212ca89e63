import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import {
  accounts,
  agentRoles,
  agents,
  events,
  passkeyChallenges,
  passkeys,
  recoveryCodes,
} from "@/db/schema";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { DEMO_ACCOUNTS } from "@/db/seed/demo-accounts";
import { createAuthenticator } from "@/db/test/authenticator";
import { account, createOrganisation, only, resident } from "@/db/test/factories";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { lastMail, mailbox } from "@/db/test/mailbox";
import { firstProof, won } from "@/db/test/totp";
import { openChallenge } from "./commands/passkey-challenges";
import { addPasskey, removePasskey, renamePasskey } from "./commands/passkeys";
import { asksSecond } from "./commands/second-step";
import { passByPasskey, signInByPasskey } from "./commands/sign-in-by-passkey";
import type { ChallengePurpose } from "./model/factors";
import { getFactors } from "./queries/factors";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const BROWSER = "one browser";
const place = { network: "192.0.2.1", device: "Firefox sur Windows" };
const { id, email } = only(DEMO_ACCOUNTS);
const ctx = { actor: account(id) };
const stranger = { actor: account(DEMO_ACCOUNTS[1]?.id) };

type Telephone = ReturnType<typeof createAuthenticator>;
let telephone: Telephone;

beforeEach(async () => {
  mailbox.length = 0;
  await forgetJobs();
  await seedDemoAccounts();
  telephone = createAuthenticator();
});

const open = (purpose: ChallengePurpose, accountId: string | null = null, browser = BROWSER) =>
  openChallenge({ purpose, accountId, browser }, place.network);

async function add(on: Telephone, owner = ctx, faults = {}) {
  const { challengeId, options } = await open("register", owner.actor.id);
  const credential = on.make(options, faults);
  return addPasskey(owner, { challengeId, credential, name: "Téléphone" }, BROWSER);
}

async function signIn(on: Telephone, faults = {}) {
  const { challengeId, options } = await open("sign-in");
  return signInByPasskey({ challengeId, credential: on.sign(options, faults) }, BROWSER, place);
}

const mine = async () => (await getFactors(id)).passkeys;

async function becomeAgent() {
  const organisation = await createOrganisation();
  const agent = only(
    await pool.insert(agents).values({ email, givenName: "S", familyName: "B" }).returning(),
  );
  await pool
    .insert(agentRoles)
    .values({ agentId: agent.id, organisationId: organisation.id, role: "agent" });
}

describe("a new passkey", () => {
  test("opens the account in one step, which counts for two proofs; its owner is told", async () => {
    await add(telephone);
    await runJobs();
    expect(lastMail()).toMatchObject({ to: email, subject: expect.stringContaining("Une clé") });
    expect(await signIn(telephone)).toEqual({
      accountId: id,
      authentication: { amr: ["swk", "mfa"], acr: undefined },
    });
    expect(only(await mine())).toMatchObject({ isSynced: true, usedAt: expect.any(Date) });
    const noted = (await pool.select().from(events)).map(({ action }) => action);
    expect(noted).toEqual(expect.arrayContaining(["account.add-passkey", "account.sign-in"]));
  });

  test.each([
    ["made for another site", { origin: "https://evil.example" }],
    ["made for another name", { rpId: "evil.example" }],
    ["that its owner did not unlock", { isVerified: false }],
  ])("%s is refused, then and when it signs", async (_, faults) => {
    await expect(add(telephone, ctx, faults)).rejects.toThrow("pas été reconnue");
    await add(telephone);
    await expect(signIn(telephone, faults)).rejects.toThrow("pas été reconnue");
  });

  test("is one account's: another cannot add it too", async () => {
    await add(telephone);
    await expect(add(telephone, stranger)).rejects.toThrow("déjà connue");
    await expect(add(telephone, { actor: resident(id) } as never)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("asks a resident nothing more after the password; an agent gives both, and has codes on paper", async () => {
    expect((await add(telephone)).codes).toBeNull();
    expect(await asksSecond(id)).toBe(false);
    await becomeAgent();
    expect(await asksSecond(id)).toBe(true);
    expect((await add(createAuthenticator())).codes).toHaveLength(10);
  });
});

describe("what is to be signed", () => {
  test("is signed once, even at the same time", async () => {
    await add(telephone);
    const { challengeId, options } = await open("sign-in");
    const signed = { challengeId, credential: telephone.sign(options) };
    const attempts = [1, 2, 3].map(() => signInByPasskey(signed, BROWSER, place));
    expect(await won(attempts)).toBe(1);
  });

  test("is one browser's, for five minutes, for one purpose", async () => {
    await add(telephone);
    const stale = { message: expect.stringContaining("Trop de temps") };
    const other = await open("sign-in", null, "another browser");
    const elsewhere = { ...other, credential: telephone.sign(other.options) };
    await expect(signInByPasskey(elsewhere, BROWSER, place)).rejects.toMatchObject(stale);
    const confirm = await open("confirm", id);
    const misused = { ...confirm, credential: telephone.sign(confirm.options) };
    await expect(signInByPasskey(misused, BROWSER, place)).rejects.toMatchObject(stale);
    const late = await open("sign-in");
    await pool.update(passkeyChallenges).set({ expiresAt: new Date() });
    const signed = { ...late, credential: telephone.sign(late.options) };
    await expect(signInByPasskey(signed, BROWSER, place)).rejects.toMatchObject(stale);
  });

  test("to confirm is not to sign in, for the same account either", async () => {
    await add(telephone);
    const step = await firstProof(ctx);
    const { challengeId, options } = await open("confirm", id);
    const signed = { challengeId, credential: telephone.sign(options) };
    await expect(passByPasskey(step, signed, BROWSER, place)).rejects.toThrow("Trop de temps");
  });

  test("is not another challenge", async () => {
    await add(telephone);
    const [one, two] = [await open("sign-in"), await open("sign-in")];
    const mixed = { challengeId: one.challengeId, credential: telephone.sign(two.options) };
    await expect(signInByPasskey(mixed, BROWSER, place)).rejects.toThrow("pas été reconnue");
  });
});

describe("a signature", () => {
  test("whose counter does not grow comes from a copy", async () => {
    await add(telephone);
    await signIn(telephone, { counter: 7 });
    for (const counter of [7, 6, 0])
      await expect(signIn(telephone, { counter })).rejects.toThrow("pas été reconnue");
    await signIn(telephone, { counter: 8 });
  });

  test("and its copies, at the same time: one of them gets in", async () => {
    await add(telephone);
    const sign = async () => {
      const { challengeId, options } = await open("sign-in");
      return { challengeId, credential: telephone.sign(options, { counter: 9 }) };
    };
    const all = await Promise.all(Array.from({ length: 8 }, sign));
    expect(await won(all.map((signed) => signInByPasskey(signed, BROWSER, place)))).toBe(1);
  });

  test("of an authenticator that does not count is good each time", async () => {
    await add(telephone);
    for (let n = 0; n < 2; n++) await signIn(telephone, { counter: 0 });
  });

  test("of nobody's passkey, in another's name or of a closed account opens nothing", async () => {
    await expect(signIn(telephone)).rejects.toThrow("pas été reconnue");
    await add(telephone);
    const userHandle = Buffer.from(stranger.actor.id.replaceAll("-", ""), "hex").toString(
      "base64url",
    );
    await expect(signIn(telephone, { userHandle })).rejects.toThrow("pas été reconnue");
    await pool.update(accounts).set({ closedAt: new Date() }).where(eq(accounts.id, id));
    await expect(signIn(telephone)).rejects.toThrow("n’est pas ouvert");
  });

  test("is the second proof of its own account, not of another's", async () => {
    await add(telephone);
    const step = await firstProof(ctx);
    const { challengeId, options } = await open("second-step", id);
    const signed = { challengeId, credential: telephone.sign(options) };
    expect(await passByPasskey(step, signed, BROWSER, place)).toMatchObject({
      accountId: id,
      authentication: { amr: ["pwd", "swk", "mfa"] },
    });
    const theirs = await firstProof(stranger);
    const foreign = await open("second-step", stranger.actor.id);
    const misused = { ...foreign, credential: telephone.sign(foreign.options) };
    await expect(passByPasskey(theirs, misused, BROWSER, place)).rejects.toThrow(
      "pas été reconnue",
    );
  });
});

describe("keeping a way in", () => {
  const withoutPassword = () =>
    pool.update(accounts).set({ passwordHash: null }).where(eq(accounts.id, id));

  test("the last one stays; with another, it goes, and its owner is told", async () => {
    await add(telephone);
    await withoutPassword();
    const [first] = await mine();
    await expect(removePasskey(ctx, first?.id ?? "")).rejects.toThrow("dernier moyen d’entrer");
    await add(createAuthenticator());
    await removePasskey(ctx, first?.id ?? "");
    expect(await mine()).toHaveLength(1);
    await expect(signIn(telephone)).rejects.toThrow("pas été reconnue");
    await runJobs();
    expect(lastMail().subject).toContain("n’ouvre plus");
  });

  test("of two removed at the same time, one stays", async () => {
    await withoutPassword();
    for (const on of [telephone, createAuthenticator(), createAuthenticator()]) await add(on);
    const keys = await mine();
    expect(await won(keys.map((key) => removePasskey(ctx, key.id)))).toBe(2);
    expect(await mine()).toHaveLength(1);
  });

  test("an agent keeps a second proof, whatever else opens the account", async () => {
    await becomeAgent();
    await add(telephone);
    const [key] = await mine();
    await expect(removePasskey(ctx, key?.id ?? "")).rejects.toThrow("Les agents gardent");
  });

  test("nobody removes or renames another's", async () => {
    await add(telephone);
    const key = only(await mine());
    await expect(removePasskey(stranger, key.id)).rejects.toMatchObject({ code: "not-found" });
    const name = "À moi";
    await expect(renamePasskey(stranger, { id: key.id, name })).rejects.toMatchObject({
      code: "not-found",
    });
    await renamePasskey(ctx, { id: key.id, name: "Téléphone bleu" });
    expect(only(await mine()).name).toBe("Téléphone bleu");
    expect(await pool.$count(passkeys)).toBe(1);
    expect(await pool.$count(recoveryCodes)).toBe(0);
  });
});
