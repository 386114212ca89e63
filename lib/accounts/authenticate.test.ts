import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { accounts, events, throttles } from "@/db/schema";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { account, resident, visitor } from "@/db/test/factories";
import { system } from "@/lib/auth/actor";
import { takeAttempt } from "@/lib/auth/throttle";
import { read } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { hashing } from "@/lib/integrations/password";
import { authenticate } from "./commands/authenticate";
import { SIGN_IN_NETWORK } from "./commands/limits";
import { rememberDevice } from "./commands/remember-device";
import { findAccount, findAccountByEmail } from "./queries";

const email = "usager.bron@exemple.fr";
const samira = { email, password: DEMO_PASSWORD };
const wrong = { email, password: "pas le bon mot de passe" };

/** The refusal of an attempt, or "in". */
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "in",
    (error: unknown) => (error instanceof DomainError ? error.message : Promise.reject(error)),
  );

const minutesLater = (minutes: number) =>
  pool.update(throttles).set({
    blockedUntil: sql`${throttles.blockedUntil} - ${minutes} * interval '1 minute'`,
    seenAt: sql`${throttles.seenAt} - ${minutes} * interval '1 minute'`,
  });

/** As so many attempts made from this network would, without hashing that many passwords. */
const takeTurns = async (count: number, network: string) => {
  for (let n = 0; n < count; n++) await takeAttempt(SIGN_IN_NETWORK, network);
};

describe("authenticate", () => {
  test("lets in whoever knows the password, and records it", async () => {
    await seedDemoAccounts();
    const signedIn = await authenticate(samira, "192.0.2.1");
    expect(signedIn).toMatchObject({ givenName: "Samira", familyName: "Benali", email });
    expect(signedIn.lastSignInAt).toBeInstanceOf(Date);
    expect(await pool.select().from(events)).toMatchObject([
      { action: "account.sign-in", actorKind: "account", subjectId: signedIn.id },
    ]);
  });

  test("gives the same sentence after the same work to a wrong password, an unknown address and a closed account", async () => {
    await seedDemoAccounts();
    await pool
      .update(accounts)
      .set({ closedAt: new Date() })
      .where(sql`${accounts.email} = 'usager.lyon@exemple.fr'`);
    const attempts = [
      wrong,
      { ...wrong, email: "personne@exemple.fr" },
      { ...samira, email: "usager.lyon@exemple.fr" },
    ];
    const answers: unknown[] = [];
    for (const attempt of attempts) {
      const before = hashing.runs;
      answers.push([await outcome(authenticate(attempt, "192.0.2.1")), hashing.runs - before]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(answers[0]).toEqual([expect.stringContaining("ne correspond pas"), 1]);
  });
});

describe("guessing", () => {
  test("of many guesses at once, looks at five", async () => {
    await seedDemoAccounts();
    const before = hashing.runs;
    const guesses = Array.from({ length: 20 }, (_, n) =>
      outcome(authenticate({ ...wrong, password: `essai numéro ${n}` }, `192.0.2.${n}`)),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter((answer) => answer.includes("Trop d’essais"))).toHaveLength(15);
    expect(hashing.runs - before).toBe(5);
  });

  test("says the same of an address without an account once it was tried too often", async () => {
    const nobody = { ...wrong, email: "personne@exemple.fr" };
    for (let n = 0; n < 5; n++) await outcome(authenticate(nobody, "192.0.2.1"));
    expect(await outcome(authenticate(nobody, "192.0.2.1"))).toContain("Trop d’essais");
  });

  test("from elsewhere does not keep the owner waiting on a device that the account knows, and only there", async () => {
    await seedDemoAccounts();
    const { id } = await authenticate(samira, "192.0.2.1");
    await rememberDevice(id, { key: "own", name: "Firefox", isProven: true });
    const other = DEMO_ACCOUNTS[1]?.id ?? "";
    await rememberDevice(other, { key: "theirs", name: "Firefox", isProven: true });
    for (let n = 0; n < 6; n++) await outcome(authenticate(wrong, `198.51.100.${n}`));
    const tryWith = (browser: string, input = samira) =>
      outcome(authenticate(input, "192.0.2.1", "Firefox", browser));
    for (const browser of ["", "theirs", "never seen"])
      expect(await tryWith(browser)).toContain("Trop d’essais");
    expect(await tryWith("own")).toBe("in");
    for (let n = 0; n < 5; n++) await tryWith("own", wrong);
    expect(await tryWith("own")).toContain("Trop d’essais");
  });

  test("never locks for good: after a short wait the right password opens, and the count starts again", async () => {
    await seedDemoAccounts();
    for (let n = 0; n < 30; n++) {
      await outcome(authenticate(wrong, "192.0.2.1"));
      await minutesLater(n % 5 === 0 ? 6 : 0);
    }
    await minutesLater(6);
    expect(await outcome(authenticate(samira, "192.0.2.1"))).toBe("in");
    expect(await outcome(authenticate(wrong, "192.0.2.1"))).toContain("ne correspond pas");
  });
});

describe("many attempts", () => {
  test("slows down a network that tries many addresses, not the others", async () => {
    await seedDemoAccounts();
    const spray = (n: number) => ({ ...wrong, email: `p${n}@exemple.fr` });
    await takeTurns(38, "198.51.100.7");
    for (let n = 0; n < 2; n++) await outcome(authenticate(spray(n), "198.51.100.7"));
    expect(await outcome(authenticate(samira, "198.51.100.7"))).toContain("Trop d’essais");
    expect(await outcome(authenticate(samira, "192.0.2.1"))).toBe("in");
  });

  test("forgets little by little: a busy network never adds up, a hasty one waits less than an hour", async () => {
    const guess = () => takeAttempt(SIGN_IN_NETWORK, "198.51.100.8");
    for (let n = 0; n < 50; n++) {
      expect(await guess()).toBe(0);
      await minutesLater(2);
    }
    for (let n = 50; n < 90; n++) await guess();
    expect(await guess()).toBeGreaterThan(0);
    await minutesLater(15);
    expect([await guess(), await guess()]).toEqual([0, 0]);
  });

  test("many people signing in behind one address are not in each other's way", async () => {
    await seedDemoAccounts();
    await takeTurns(39, "192.0.2.1");
    for (let n = 0; n < 5; n++) expect(await outcome(authenticate(samira, "192.0.2.1"))).toBe("in");
  });

  test("leaves no address and no network readable in the throttles", async () => {
    await outcome(authenticate(wrong, "192.0.2.77"));
    const kept = JSON.stringify(await pool.select().from(throttles));
    expect(kept).not.toContain("192.0.2.77");
    expect(kept).not.toContain("usager");
  });
});

describe("an account", () => {
  const [first] = DEMO_ACCOUNTS;
  const id = first?.id ?? "";

  test.for([
    ["itself", true, account(id)],
    ["another account", false, account()],
    ["a resident of the same id", false, resident(id)],
    ["nobody", false, visitor()],
    ["the provider", true, system("oidc").actor],
  ] as const)("is shown to %s: %s", async ([, shown, actor]) => {
    await seedDemoAccounts();
    expect((await findAccount({ actor }, id)) !== null).toBe(shown);
    const rows = await read({ actor }, (db) => db.select({ id: accounts.id }).from(accounts));
    expect(rows.some((row) => row.id === id)).toBe(shown);
  });

  test("is found by its address, without its password", async () => {
    await seedDemoAccounts();
    const found = await findAccountByEmail(system("test"), email);
    expect(found).toMatchObject({ givenName: "Samira" });
    expect(JSON.stringify(found)).not.toContain("argon2");
  });
});

test("the demo accounts can be seeded twice", async () => {
  await seedDemoAccounts();
  await seedDemoAccounts();
  expect(await pool.$count(accounts)).toBe(DEMO_ACCOUNTS.length);
});
