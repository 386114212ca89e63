import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { accounts, testMails } from "@/db/schema";
import {
  authorizationOf,
  Browser,
  createAccount,
  createClient,
  startConnect,
} from "@/db/test/connect";
import { createPartnerWithClient, createPerson } from "@/db/test/partners";
import { authenticate } from "@/lib/accounts/commands/authenticate";
import { subjectFor } from "@/lib/connect/provider/subjects";
import { sendMail } from "@/lib/integrations/mail";
import { mayEnter } from "./model/audience";
import { TEST_RESIDENTS } from "./model/test-residents";
import { mayAccountEnter } from "./queries/audience";
import { listTestMails, listTestResidents, testPassword } from "./queries/test-residents";

const { origin, stop } = await startConnect();
const { getProvider } = await import("@/lib/connect/provider/instance");
afterAll(stop);

describe("who may enter", () => {
  test.each([
    ["production", null, null, false, true],
    ["production", "a", null, true, true],
    ["production", "a", "a", false, false],
    ["sandbox", "a", null, false, false],
    ["sandbox", "a", "a", false, true],
    ["sandbox", "a", "b", false, false],
    ["sandbox", "a", null, true, true],
    ["sandbox", null, null, false, false],
  ] as const)("%s of %s, test resident of %s, member: %s → %s", (...row) => {
    const [environment, organisationId, testOf, isMember, may] = row;
    expect(mayEnter({ environment, organisationId, testOf, isMember })).toBe(may);
  });
});

const testAccounts = (domain: string) =>
  pool
    .select()
    .from(accounts)
    .where(eq(accounts.email, `camille@${domain}.bac-a-sable.test`));

/** A service of a partner, one of its test residents, and somebody ordinary. */
async function createSandbox() {
  const partner = await createPartnerWithClient({ redirectUris: "https://bassins.example/retour" });
  const [camille] = await testAccounts(partner.body.slug);
  const ordinary = await createAccount();
  return { ...partner, testId: camille?.id ?? "", ordinaryId: ordinary.id };
}

type Client = { id: string; redirectUri: string };

/** Signs this account in on the page that Connect shows, and says what comes next. */
async function enter(client: Client, accountId: string, extra: Record<string, string> = {}) {
  const browser = new Browser(origin);
  const provider = await getProvider();
  const { path } = authorizationOf(client, { scope: "openid profile", ...extra });
  let { location } = await browser.get(path);
  if (!location.startsWith("/interaction/")) return { reasons: [], location };
  const first = await provider.Interaction.find(location.split("/").at(-1) ?? "");
  if (!first) throw new Error("no interaction");
  first.result = { login: { accountId } };
  await first.save(600);
  ({ location } = await browser.get(first.returnTo));
  const next = await provider.Interaction.find(location.split("/").at(-1) ?? "");
  const silent = await browser.get(
    authorizationOf(client, { scope: "openid profile", prompt: "none" }).path,
  );
  return {
    prompt: next?.prompt.name,
    reasons: next?.prompt.reasons ?? [],
    silent: silent.location,
  };
}

test("a sandbox client lets in its test residents and its members; an ordinary resident stops at the door", async () => {
  const { clientId, testId, ordinaryId, owner } = await createSandbox();
  const client = { id: clientId, redirectUri: "https://bassins.example/retour" };
  expect(await enter(client, testId)).toMatchObject({ prompt: "consent" });
  const stopped = await enter(client, ordinaryId);
  expect(stopped).toMatchObject({ prompt: "login", reasons: ["audience"] });
  expect(stopped.silent).toContain("error=login_required");

  const developer = await createAccount();
  const sub = await subjectFor(developer.id, "portal");
  expect(await mayAccountEnter(developer.id, clientId)).toBe(false);
  await pool.execute(`update residents set sub = '${sub}' where id = '${owner.id}'`);
  expect(await enter(client, developer.id)).toMatchObject({ prompt: "consent" });
});

test("a service in production knows no test resident, and a partner's are not another's", async () => {
  const { testId } = await createSandbox();
  const production = await createClient("piscines");
  expect(await enter(production, testId)).toMatchObject({
    prompt: "login",
    reasons: ["audience"],
  });
  const other = await createSandbox();
  expect(await mayAccountEnter(testId, other.clientId)).toBe(false);
  expect(await mayAccountEnter(testId, "inconnu")).toBe(false);
});

describe("test residents", () => {
  test("are there at once, sign in with the password of the console, and are shown to colleagues only", async () => {
    const { body, ctx } = await createPartnerWithClient();
    const people = await listTestResidents(ctx, body.id);
    expect(people).toHaveLength(TEST_RESIDENTS.length);
    expect(people.map(({ birthdate }) => birthdate)).toContain("1958-00-00");
    const email = people[0]?.email ?? "";
    const profile = await authenticate({ email, password: testPassword(body.id) }, "192.0.2.1");
    expect(profile.email).toBe(email);
    const stranger = { actor: { kind: "resident", id: (await createPerson()).id } } as const;
    expect(await listTestResidents(stranger, body.id)).toEqual([]);
  });

  test("have a mailbox that only their partner reads; nothing leaves", async () => {
    const { body, ctx } = await createPartnerWithClient();
    const [first] = await listTestResidents(ctx, body.id);
    const mail = { subject: "Votre code", text: "482 913", deliveryId: crypto.randomUUID() };
    await sendMail({ to: first?.email ?? "", ...mail });
    await sendMail({ to: first?.email ?? "", ...mail });
    await sendMail({ to: "inconnu@x.bac-a-sable.test", ...mail, deliveryId: crypto.randomUUID() });
    expect(await listTestMails(ctx, body.id)).toMatchObject([
      { to: first?.email, subject: "Votre code", body: "482 913" },
    ]);
    expect(await pool.$count(testMails)).toBe(1);
    const stranger = { actor: { kind: "resident", id: (await createPerson()).id } } as const;
    expect(await listTestMails(stranger, body.id)).toEqual([]);
  });
});
