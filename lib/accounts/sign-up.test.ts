import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { accountCodes, accounts, events } from "@/db/schema";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { lastMail, mailbox, mailedCode } from "@/db/test/mailbox";
import { parseInput } from "@/lib/errors";
import { hashing } from "@/lib/integrations/password";
import { authenticate } from "./commands/authenticate";
import { purgeAccountTraces } from "./commands/purge";
import { confirmSignUp, correctSignUp, resendCode, startSignUp } from "./commands/sign-up";
import { accountMailJob } from "./jobs";
import { signUpInput } from "./schemas";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const network = "192.0.2.1";
const password = "cormoran vélo tiroir";
const lea = { givenName: "Léa", familyName: "Fontaine", email: "lea@exemple.fr", password };
const typed = { ...lea, terms: "oui" as const };

beforeEach(async () => {
  mailbox.length = 0;
  await forgetJobs();
});

/** Signs up and lets the worker write; returns the id to prove. */
async function signUp(email = lea.email) {
  const id = await startSignUp({ ...typed, email }, network);
  await runJobs();
  return id;
}

const wrongFor = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("signing up", () => {
  test("creates the account once its mail's code is typed, and the password opens it", async () => {
    const id = await signUp();
    expect(await pool.$count(accounts)).toBe(0);

    const accountId = await confirmSignUp({ id, code: mailedCode() });

    expect(lastMail()).toMatchObject({
      to: lea.email,
      subject: expect.stringMatching(/^\d{3} \d{3} est/),
    });
    expect(await authenticate({ email: lea.email, password }, network)).toMatchObject({
      id: accountId,
      givenName: "Léa",
      identityOrigin: "declared",
    });
    const actions = (await pool.select().from(events)).map((event) => event.action);
    expect(actions).toEqual([
      "account.sign-up",
      "account.send-mail",
      "account.create",
      "account.sign-in",
    ]);
  });

  test("keeps neither the code nor, once done, what was typed", async () => {
    const id = await signUp();
    const code = mailedCode();
    expect(JSON.stringify(await pool.select().from(accountCodes))).not.toContain(code);
    await confirmSignUp({ id, code });
    expect(await pool.select().from(accountCodes)).toMatchObject([{ pending: null }]);
  });

  test("a code works once, even typed twice at the same time", async () => {
    const id = await signUp();
    const code = mailedCode();
    const results = await Promise.allSettled([1, 2, 3].map(() => confirmSignUp({ id, code })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await pool.$count(accounts)).toBe(1);
  });
});

describe("a code", () => {
  test("bears five guesses at most, also in parallel; then even the right code is refused", async () => {
    const id = await signUp();
    const code = mailedCode();
    const guesses = Array.from({ length: 12 }, () => confirmSignUp({ id, code: wrongFor(code) }));
    const messages = (await Promise.allSettled(guesses)).map((guess) =>
      guess.status === "rejected" ? guess.reason.fields.code : "in",
    );
    expect(messages.filter((message) => message.includes("ne correspond pas"))).toHaveLength(5);
    expect(messages.filter((message) => message.includes("plus valable"))).toHaveLength(7);
    await expect(confirmSignUp({ id, code })).rejects.toMatchObject({ code: "invalid" });
  });

  test("is refused after a quarter of an hour", async () => {
    const id = await signUp();
    await pool.update(accountCodes).set({ expiresAt: sql`now() - interval '1 second'` });
    await expect(confirmSignUp({ id, code: mailedCode() })).rejects.toMatchObject({
      fields: { code: expect.stringContaining("plus valable") },
    });
  });
});

describe("a code sent again", () => {
  test("replaces the first one", async () => {
    const id = await signUp();
    const first = mailedCode();
    await resendCode(id, network);
    await runJobs();
    expect(mailedCode()).not.toBe(first);
    await expect(confirmSignUp({ id, code: first })).rejects.toThrow();
    await confirmSignUp({ id, code: mailedCode() });
  });

  test("bears five more guesses, and no more however often it is asked for", async () => {
    const id = await signUp();
    const guess = async (times: number) => {
      for (let i = 0; i < times; i++)
        await confirmSignUp({ id, code: wrongFor(mailedCode()) }).catch(() => {});
    };
    const again = async () => {
      await resendCode(id, network);
      await runJobs();
    };
    await guess(5);
    await again();
    await guess(4);
    await again();
    expect(await pool.select().from(accountCodes)).toMatchObject([{ attempts: 9 }]);
    await guess(1);
    await expect(confirmSignUp({ id, code: mailedCode() })).rejects.toMatchObject({
      fields: { code: expect.stringContaining("recommencez depuis le début") },
    });
  });

  test("opens the account after five wrong guesses", async () => {
    const id = await signUp();
    for (let i = 0; i < 5; i++)
      await confirmSignUp({ id, code: wrongFor(mailedCode()) }).catch(() => {});
    await resendCode(id, network);
    await runJobs();
    await confirmSignUp({ id, code: mailedCode() });
    expect(await pool.$count(accounts)).toBe(1);
  });

  test("goes to the corrected address; the one sent to the wrong address is worth nothing", async () => {
    const id = await signUp("lae@exemple.fr");
    const first = mailedCode();
    await correctSignUp({ id, email: lea.email }, network);
    await runJobs();
    expect(lastMail().to).toBe(lea.email);
    await expect(confirmSignUp({ id, code: first })).rejects.toThrow();
    await confirmSignUp({ id, code: mailedCode() });
    expect(await pool.select().from(accounts)).toMatchObject([{ email: lea.email }]);
  });
});

describe("an address that has an account", () => {
  test("gets the same answer for the same work; its owner is told by mail, without a code", async () => {
    await seedDemoAccounts();
    const work: number[] = [];
    for (const email of ["usager.bron@exemple.fr", lea.email]) {
      const before = hashing.runs;
      expect(await startSignUp({ ...typed, email }, network)).toMatch(/^[0-9a-f-]{36}$/);
      work.push(hashing.runs - before);
    }
    expect(work).toEqual([1, 1]);
    expect(await runJobs()).toEqual(["accounts.mail", "accounts.mail"]);
    const [known, unknown] = mailbox;
    expect(known).toMatchObject({
      to: "usager.bron@exemple.fr",
      subject: expect.stringContaining("déjà un compte"),
    });
    expect(known?.text).not.toMatch(/\d{3} \d{3}/);
    expect(unknown?.subject).toContain("votre code");
  });

  test("is not taken over by whoever typed the code before it was created elsewhere", async () => {
    const first = await signUp();
    const code = mailedCode();
    await confirmSignUp({ id: await signUp(), code: mailedCode() });
    await expect(confirmSignUp({ id: first, code })).rejects.toMatchObject({
      fields: { code: expect.stringContaining("ne correspond pas") },
    });
  });
});

describe("mail", () => {
  test("is the same message when its job runs twice, and none once the code is used", async () => {
    const id = await signUp();
    await accountMailJob.run({ codeId: id, sendings: 1 });
    expect(mailbox).toHaveLength(2);
    expect(new Set(mailbox.map(({ deliveryId, text }) => deliveryId + text)).size).toBe(1);
    await confirmSignUp({ id, code: mailedCode() });
    await accountMailJob.run({ codeId: id, sendings: 1 });
    expect(mailbox).toHaveLength(2);
  });

  test("delayed by a stopped server, still leaves a quarter of an hour", async () => {
    const id = await startSignUp(typed, network);
    await pool.update(accountCodes).set({ expiresAt: sql`now() - interval '2 hours'` });
    await runJobs();
    await confirmSignUp({ id, code: mailedCode() });
  });

  test("cannot be used to flood somebody", async () => {
    const id = await signUp();
    await resendCode(id, network);
    await resendCode(id, network);
    await resendCode(id, network).catch(() => null);
    await expect(resendCode(id, "198.51.100.9")).rejects.toMatchObject({
      message: expect.stringContaining("Vous pourrez en demander un autre dans"),
    });
  });
});

test("after a day, nothing is left of an account that never was", async () => {
  await signUp();
  await purgeAccountTraces({ actor: { kind: "system", id: "test" } });
  expect(await pool.$count(accountCodes)).toBe(1);
  await pool.update(accountCodes).set({ expiresAt: sql`now() - interval '25 hours'` });
  await purgeAccountTraces({ actor: { kind: "system", id: "test" } });
  expect(await pool.$count(accountCodes)).toBe(0);
});

test.each([
  [{ email: "lea@exemple" }, "email", "Écrivez une adresse de courriel complète"],
  [{ email: "" }, "email", "Écrivez votre adresse de courriel"],
  [{ password: "court" }, "password", "12"],
  [{ password: "motdepasse123" }, "password", "trop facile"],
  [{ password: "Fontaine-Léa-1990" }, "password", "trop facile"],
  [{ givenName: "  " }, "givenName", "prénom"],
  [{ terms: undefined }, "terms", "conditions"],
])("refuses %o with a sentence for %s", (change, field, sentence) => {
  expect(() => parseInput(signUpInput, { ...typed, ...change })).toThrow(
    expect.objectContaining({
      fields: expect.objectContaining({ [field]: expect.stringContaining(sentence) }),
    }),
  );
});
