import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { oidcArtifacts, sessionDevices } from "@/db/schema";
import {
  Browser,
  createAccount,
  createClient,
  redeem,
  signIn,
  startConnect,
  type TestClient,
} from "@/db/test/connect";
import { only } from "@/db/test/factories";
import { declareConnect, identifyAs, startFranceConnect } from "@/db/test/franceconnect";

const far = await startFranceConnect();
const { origin, stop } = await startConnect();
declareConnect(origin);
const { getProvider } = await import("./provider/instance");
const { sealIdToken } = await import("@/lib/auth/franceconnect-exit");
const { findLanding } = await import("@/lib/accounts/commands/identifications");
const { authorizationUrl, identify, newRandom } = await import("@/lib/integrations/franceconnect");

afterAll(() => {
  stop();
  far.stop();
});

let client: TestClient;

beforeEach(async () => {
  far.state.isDown = false;
  client = await createClient("piscines");
});

/** A browser that FranceConnect let in; what the service holds of it. */
async function signedIn({ with: by }: { with: "franceconnect" | "password" }) {
  const { id: accountId } = await createAccount();
  const browser = new Browser(origin);
  const answer = await signIn(browser, await getProvider(), client, { accountId });
  const { body } = await redeem(origin, client, answer);
  const sent = { state: newRandom(), nonce: newRandom() };
  const person = await identify(await identifyAs("4", await authorizationUrl(sent)), sent);
  const sessions = await pool
    .select({ uid: oidcArtifacts.uid })
    .from(oidcArtifacts)
    .where(sql`${oidcArtifacts.model} = 'Session' and ${oidcArtifacts.accountId} = ${accountId}`);
  const franceConnect = by === "franceconnect" ? sealIdToken(person.idToken) : null;
  const uid = only(sessions).uid ?? "";
  const device = { uid, accountId, deviceId: crypto.randomUUID(), name: "Firefox", franceConnect };
  await pool.insert(sessionDevices).values(device);
  return { browser, idToken: body.id_token ?? "", uid };
}

const back = "https://piscines.example/?state=service-state";

const leave = (browser: Browser, idToken: string) => {
  const query = new URLSearchParams({
    id_token_hint: idToken,
    post_logout_redirect_uri: "https://piscines.example/",
    state: "service-state",
  });
  return browser.get(`/oidc/session/end?${query}`);
};

const addressIn = (html: string) => {
  const [, address = ""] = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(html) ?? [];
  return new URL(address.replaceAll("&amp;", "&"));
};

describe("leaving a service, and Connect with it", () => {
  test("goes through FranceConnect, which had let them in, and ends at the service", async () => {
    const { browser, idToken, uid } = await signedIn({ with: "franceconnect" });
    const { status, text } = await leave(browser, idToken);
    expect(status).toBe(200);
    const exit = addressIn(await text());
    expect([...exit.searchParams.keys()]).toEqual([
      "id_token_hint",
      "state",
      "post_logout_redirect_uri",
    ]);
    const left = await fetch(exit, { redirect: "manual" });
    const landing = new URL(left.headers.get("location") ?? "");
    expect(landing.href.split("?")[0]).toBe(`${origin}/franceconnect/sortie`);
    expect(await findLanding(landing.searchParams.get("state") ?? "", "")).toBe(back);
    const kept = await pool.select().from(sessionDevices).where(eq(sessionDevices.uid, uid));
    expect(kept).toEqual([]);
  });

  test("goes straight back when a password had", async () => {
    const { browser, idToken } = await signedIn({ with: "password" });
    expect(await leave(browser, idToken)).toMatchObject({ status: 303, location: back });
  });

  test("and when FranceConnect is away", async () => {
    const { browser, idToken } = await signedIn({ with: "franceconnect" });
    far.state.isDown = true;
    expect(await leave(browser, idToken)).toMatchObject({ status: 303, location: back });
  });

  test("what is stored of FranceConnect's token opens nothing", async () => {
    await signedIn({ with: "franceconnect" });
    const { franceConnect } = only(await pool.select().from(sessionDevices));
    expect(franceConnect).toBeTruthy();
    expect(franceConnect?.split(".")).toHaveLength(1);
  });
});

test("a state that nobody sent there leads nowhere", async () => {
  expect(await findLanding(newRandom(), "")).toBeNull();
});
