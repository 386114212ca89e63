import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { accounts, events } from "@/db/schema";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { seedTerritory } from "@/db/seed/territory";
import { beforeEachDemoAccounts } from "@/db/test/demo-accounts";
import { account, only, resident } from "@/db/test/factories";
import { runJobs } from "@/db/test/jobs";
import { lastMail, mailedCode, mailedLink } from "@/db/test/mailbox";
import { system } from "@/lib/auth/actor";
import { openSession } from "@/lib/connect/commands/open-session";
import { listSessions } from "@/lib/connect/queries";
import { parseInput } from "@/lib/errors";
import { authenticate } from "./commands/authenticate";
import { askEmailChange, confirmEmailChange, undoEmailChange } from "./commands/change-email";
import { changePassword } from "./commands/change-password";
import { askReset, resetPassword } from "./commands/reset-password";
import { updateAddress, updateIdentity, updatePhone } from "./commands/update-profile";
import { addressInput, identityInput, phoneInput } from "./schemas";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const network = "192.0.2.1";
const { id, email } = only(DEMO_ACCOUNTS);
const ctx = { actor: account(id) };
const password = "cormoran vélo tiroir";
const renewed = "samira.nouvelle@exemple.fr";

beforeEachDemoAccounts();

const stored = async (accountId = id) =>
  only(await pool.select().from(accounts).where(eq(accounts.id, accountId)));

describe("changing the password", () => {
  test("ends every session; the owner is told", async () => {
    await openSession(system("test"), id, false);
    await changePassword(ctx, { password });
    await authenticate({ email, password }, network);
    expect(await listSessions(system("test"), id)).toEqual([]);
    await runJobs();
    expect(lastMail()).toMatchObject({ to: email, subject: expect.stringContaining("a changé") });
  });

  test.each(["motdepasse123", DEMO_PASSWORD])("refuses %s", async (typed) => {
    const { passwordHash } = await stored();
    await expect(changePassword(ctx, { password: typed })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    });
    expect((await stored()).passwordHash).toBe(passwordHash);
  });

  test("gives a first one to an account that has none", async () => {
    await pool.update(accounts).set({ passwordHash: null }).where(eq(accounts.id, id));
    await changePassword(ctx, { password });
    await authenticate({ email, password }, network);
  });

  test("of two at once, whoever is refused changed nothing", async () => {
    const typed = [password, "tambour lilas fenêtre"];
    const outcomes = await Promise.allSettled(
      typed.map((each) => changePassword(ctx, { password: each })),
    );
    const opens = await Promise.all(
      typed.map((each) =>
        authenticate({ email, password: each }, network).then(Boolean, () => false),
      ),
    );
    expect(opens.filter(Boolean)).toHaveLength(1);
    expect(outcomes[opens.indexOf(true)]?.status).toBe("fulfilled");
  });

  test("is refused to whoever is not an account", async () => {
    const act = changePassword({ actor: resident(id) }, { password });
    await expect(act).rejects.toMatchObject({ code: "forbidden" });
  });
});

async function askChange(address = renewed) {
  const codeId = await askEmailChange(ctx, { email: address }, network);
  await runJobs();
  return codeId;
}

describe("changing the e-mail", () => {
  test("waits for the code sent to the new one, then tells the old one", async () => {
    const codeId = await askChange();
    expect(lastMail().to).toBe(renewed);
    expect((await stored()).email).toBe(email);

    await confirmEmailChange(ctx, { id: codeId, code: mailedCode() });

    expect((await stored()).email).toBe(renewed);
    await runJobs();
    expect(lastMail()).toMatchObject({ to: email, subject: expect.stringContaining("a changé") });
    expect(lastMail().text).not.toContain(renewed);
  });

  test("is undone from the old mailbox, which then chooses a new password", async () => {
    await confirmEmailChange(ctx, { id: await askChange(), code: mailedCode() });
    await runJobs();
    const link = mailedLink("/compte/annuler-changement");

    await undoEmailChange(link);

    expect((await stored()).email).toBe(email);
    await runJobs();
    expect(lastMail()).toMatchObject({
      to: email,
      text: expect.stringContaining("/mot-de-passe-oublie/"),
    });
    await expect(undoEmailChange(link)).rejects.toThrow("plus valable");
  });

  test("to somebody else's address: same answer; its owner is told, without a code", async () => {
    const codeId = await askChange("usager.lyon@exemple.fr");
    expect(lastMail()).toMatchObject({
      to: "usager.lyon@exemple.fr",
      subject: expect.stringContaining("sert déjà"),
    });
    expect(mailedCode()).toBe("");
    await expect(confirmEmailChange(ctx, { id: codeId, code: "000000" })).rejects.toThrow();
  });

  test("is not confirmed by another account", async () => {
    const codeId = await askChange();
    const other = { actor: account(DEMO_ACCOUNTS[1]?.id) };
    const act = confirmEmailChange(other, { id: codeId, code: mailedCode() });
    await expect(act).rejects.toMatchObject({ code: "invalid" });
    expect((await stored()).email).toBe(email);
  });
});

test("a change of e-mail is undone for good: nothing sent to the intruder's addresses opens the account", async () => {
  const own = "intrus@exemple.fr";
  await confirmEmailChange(ctx, { id: await askChange(renewed), code: mailedCode() });
  await runJobs();
  const fromOwner = mailedLink("/compte/annuler-changement");
  await confirmEmailChange(ctx, { id: await askChange(own), code: mailedCode() });
  await runJobs();
  const fromIntruder = mailedLink("/compte/annuler-changement");
  const reset = await askReset({ email: own }, network);
  await runJobs();
  const code = mailedCode();

  await undoEmailChange(fromOwner);

  await expect(resetPassword({ id: reset, code, password })).rejects.toThrow();
  await expect(undoEmailChange(fromIntruder)).rejects.toThrow("plus valable");
  expect((await stored()).email).toBe(email);
});

describe("the profile", () => {
  test("keeps what was typed in one shape, and notes which parts changed, not their values", async () => {
    const identity = {
      givenName: " Samira ",
      familyName: "Benali-Roux",
      birthdate: "17/4/1988",
      gender: "",
    };
    await updateIdentity(ctx, parseInput(identityInput, identity));
    await updatePhone(ctx, parseInput(phoneInput, { phone: "06 39 98 12 34" }));
    const address = { line1: "2 rue Villard", line2: "", postal: "69500", commune: "Bron" };
    await updateAddress(ctx, parseInput(addressInput, address));

    expect(await stored()).toMatchObject({
      givenName: "Samira",
      familyName: "Benali-Roux",
      birthdate: "1988-04-17",
      gender: null,
      phone: "+33639981234",
      address: { line1: "2 rue Villard", postalCode: "69500", commune: "Bron" },
    });
    const noted = JSON.stringify((await pool.select().from(events)).map(({ details }) => details));
    expect(noted).toContain("birthdate");
    expect(noted).not.toContain("1988");
  });

  test.each([
    ["69500", "bron", "69029"],
    ["69600", "Oullins", "69149"],
    ["75011", "Paris", undefined],
  ])("of an address in %s %s, knows the commune as %s", async (postal, commune, insee) => {
    await pool.transaction(seedTerritory);
    await updateAddress(ctx, { line1: "1 rue Neuve", postal, commune });
    expect((await stored()).address?.insee).toBe(insee);
  });

  test("leaves a certified identity alone", async () => {
    await pool.update(accounts).set({ identityOrigin: "certified" });
    const act = updateIdentity(ctx, { givenName: "Sam", familyName: "Benali" });
    await expect(act).rejects.toMatchObject({ code: "forbidden" });
  });

  test("touches nobody else's account", async () => {
    await updatePhone(ctx, { phone: undefined });
    expect((await stored()).phone).toBeNull();
    expect((await stored(DEMO_ACCOUNTS[1]?.id)).phone).not.toBeNull();
  });

  test.each([
    [identityInput, { givenName: "A", familyName: "B", birthdate: "31/02/1988" }, "birthdate"],
    [identityInput, { givenName: "A", familyName: "B", birthdate: "01/01/2999" }, "birthdate"],
    [phoneInput, { phone: "06 39" }, "phone"],
    [addressInput, { line1: "1 rue A", postal: "6950", commune: "Bron" }, "postal"],
  ])("refuses %#", (schema, typed, field) => {
    expect(() => parseInput(schema, typed)).toThrow(
      expect.objectContaining({ fields: { [field]: expect.any(String) } }),
    );
  });
});
