import { afterAll, beforeEach, expect, test } from "vitest";
import { pool } from "@/db/client";
import { agentRoles, agents, passkeys } from "@/db/schema";
import {
  authorizationOf,
  Browser,
  createAccount,
  createClient,
  signIn,
  startConnect,
  type TestClient,
} from "@/db/test/connect";
import { createOrganisation, only } from "@/db/test/factories";

const { origin, stop } = await startConnect();
const { getProvider } = await import("./provider/instance");
afterAll(stop);

let client: TestClient;
let account: { id: string; email: string };

beforeEach(async () => {
  client = await createClient("portail");
  account = await createAccount();
});

const DAY_MS = 86_400_000;

async function becomeAgent(daysAgo: number) {
  const organisation = await createOrganisation();
  const row = { email: account.email, givenName: "S", familyName: "B" };
  const agent = only(await pool.insert(agents).values(row).returning());
  const createdAt = new Date(Date.now() - daysAgo * DAY_MS);
  const organisationId = organisation.id;
  await pool
    .insert(agentRoles)
    .values({ agentId: agent.id, organisationId, role: "administrator", createdAt });
  return agent.id;
}

const addPasskey = () =>
  pool.insert(passkeys).values({
    accountId: account.id,
    credentialId: "c",
    publicKey: "k",
    counter: 0,
    transports: [],
    isSynced: true,
    name: "K",
  });

/** Where a service leads this browser, which has a session opened by these means. */
async function comesWith(amr: string[], extra: Record<string, string> = {}) {
  const browser = new Browser(origin);
  const who = { accountId: account.id, by: { amr: ["pwd", "mfa"] } };
  await signIn(browser, await getProvider(), client, who);
  await pool.execute(
    `update oidc_artifacts set payload = payload || '${JSON.stringify({ amr })}'::jsonb where model = 'Session'`,
  );
  return (await browser.get(authorizationOf(client, extra).path)).location;
}

test("a resident’s session opens the next service on one proof", async () => {
  expect(await comesWith(["pwd"])).toContain("code=");
});

test("an agent’s does in the first 14 days; then they add a second proof first", async () => {
  await becomeAgent(13);
  expect(await comesWith(["pwd"])).toContain("code=");
  await pool.update(agentRoles).set({ createdAt: new Date(Date.now() - 15 * DAY_MS) });
  expect(await comesWith(["pwd"])).toMatch(/^\/interaction\//);
});

test("an agent who has a second proof gives it, from the first day; with it, services open", async () => {
  await becomeAgent(0);
  await addPasskey();
  expect(await comesWith(["pwd"])).toMatch(/^\/interaction\//);
  expect(await comesWith(["pwd"], { prompt: "none" })).toContain("error=login_required");
  expect(await comesWith(["pwd", "otp", "mfa"])).toContain("code=");
});

test("who no longer works there is a resident again", async () => {
  await becomeAgent(100);
  await pool.update(agents).set({ disabledAt: new Date() });
  expect(await comesWith(["pwd"])).toContain("code=");
});
