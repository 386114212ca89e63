import { request } from "node:http";
import { decodeJwt } from "jose";
import { describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { dataAccesses, oidcArtifacts } from "@/db/schema";
import {
  authorizationOf,
  Browser,
  createClient,
  redeem,
  refresh,
  signIn,
  TEST_NOTICE,
  type TestClient,
  userinfo,
} from "@/db/test/connect";
import { accountId, beforeEachPools, client, origin, provider } from "@/db/test/pools";
import { system } from "@/lib/auth/actor";
import { withdrawConsent } from "@/lib/consents/commands/decide";
import { publishNotice } from "@/lib/consents/commands/publish-notice";

beforeEachPools();

const arrive = async (browser = new Browser(origin), to = client, ticked: string[] = []) =>
  signIn(browser, provider, to, { accountId, ticked });

const withTokens = async (ticked: string[] = []) =>
  (await redeem(origin, client, await arrive(new Browser(origin), client, ticked))).body;

const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();
const once = [200, 400, 400, 400, 400, 400, 400, 400];
const EIGHT = Array.from({ length: 8 });

/** fetch does not let anybody lie about Host. */
const discoveryAskedOf = (headers: Record<string, string>) =>
  new Promise<string>((resolve, reject) => {
    const sent = request(`${origin}/.well-known/openid-configuration`, { headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve(text));
    });
    sent.once("error", reject).end();
  });

test.for([
  { host: "evil.example" },
  { "x-forwarded-host": "evil.example" },
  { forwarded: "host=evil.example" },
  { "x-forwarded-proto": "https", "x-forwarded-host": "evil.example" },
])("addresses are the issuer's whatever the request claims: %o", async (headers) => {
  const document = await discoveryAskedOf(headers);
  expect(JSON.parse(document)).toMatchObject({
    issuer: origin,
    token_endpoint: `${origin}/oidc/token`,
  });
  expect(document).not.toContain("evil");
});

describe("a sign-in", () => {
  test("asks who, then what to share; the next service asks only what to share; back again, nothing", async () => {
    const browser = new Browser(origin);
    const library = await createClient("bibliotheque");
    expect((await arrive(browser)).prompts).toEqual(["login", "consent"]);
    expect((await arrive(browser, library)).prompts).toEqual(["consent"]);
    expect((await arrive(browser)).prompts).toEqual([]);
    expect((await arrive(new Browser(origin))).prompts).toEqual(["login"]);
  });

  test("asks again once the service publishes another notice", async () => {
    const browser = new Browser(origin);
    await arrive(browser);
    await publishNotice(system("test"), client.id, { ...TEST_NOTICE, purpose: "autre chose" });
    expect((await arrive(browser)).prompts).toEqual(["consent"]);
  });

  test("shares what was agreed to, nothing else, and writes it in the history", async () => {
    const { access_token } = await withTokens();
    const { body } = await userinfo(origin, access_token);
    expect(body).toMatchObject({ name: "Samira Benali", given_name: "Samira" });
    for (const claim of ["phone_number", "birthdate", "email", "family_name"])
      expect(body).not.toHaveProperty(claim);
    expect(body.claim_origins).toEqual({ given_name: "declared" });
    expect(await pool.select().from(dataAccesses)).toMatchObject([
      { accountId, clientId: client.id, items: ["identity"] },
    ]);
  });

  test("shares an optional item when it was ticked", async () => {
    const { access_token } = await withTokens(["phone"]);
    expect((await userinfo(origin, access_token)).body.phone_number).toBe("+33639980001");
  });

  test("needs PKCE", async () => {
    const { path } = authorizationOf(client);
    const bare = path.replace(/&code_challenge(_method)?=[^&]*/g, "");
    const { location } = await new Browser(origin).get(bare);
    expect(new URL(location).searchParams.get("error")).toBe("invalid_request");
  });

  test("needs the verifier of its own challenge", async () => {
    const { code } = await arrive();
    const { status, body } = await redeem(origin, client, { code, verifier: "x".repeat(43) });
    expect([status, body.error]).toEqual([400, "invalid_grant"]);
  });

  test("never sends anybody to an address that was not declared", async () => {
    const { path } = authorizationOf(client, { redirect_uri: "https://evil.example/" });
    expect(await new Browser(origin).get(path)).toMatchObject({
      status: 303,
      location: "/interaction/erreur?code=invalid_redirect_uri",
    });
  });
});

describe("a code", () => {
  test("gives one token to eight parallel redemptions", async () => {
    const arrived = await arrive();
    const answers = await Promise.all(EIGHT.map(() => redeem(origin, client, arrived)));
    expect(statuses(answers)).toEqual(once);
  });

  test("used again later takes back what it gave", async () => {
    const arrived = await arrive();
    const { body } = await redeem(origin, client, arrived);
    expect((await redeem(origin, client, arrived)).status).toBe(400);
    expect((await userinfo(origin, body.access_token)).status).toBe(401);
  });
});

describe("a refresh token", () => {
  test("gives one token to eight parallel uses", async () => {
    const { refresh_token } = await withTokens();
    const answers = await Promise.all(EIGHT.map(() => refresh(origin, client, refresh_token)));
    expect(statuses(answers)).toEqual(once);
  });

  test("used again later ends the whole family", async () => {
    const { refresh_token } = await withTokens();
    const { body: second } = await refresh(origin, client, refresh_token);
    expect((await userinfo(origin, second.access_token)).status).toBe(200);
    expect((await refresh(origin, client, refresh_token)).body.error).toBe("invalid_grant");
    expect((await userinfo(origin, second.access_token)).status).toBe(401);
    expect((await refresh(origin, client, second.refresh_token)).status).toBe(400);
  });
});

test("a withdrawal is felt at the very next call, by every token", async () => {
  const { access_token, refresh_token } = await withTokens();
  expect((await userinfo(origin, access_token)).status).toBe(200);
  await withdrawConsent({ actor: { kind: "account", id: accountId } } as const, {
    accountId,
    clientId: client.id,
    place: "my-data",
  });
  expect((await userinfo(origin, access_token)).status).toBe(401);
  expect((await refresh(origin, client, refresh_token)).body.error).toBe("invalid_grant");
});

test("a person has one name per sector, always the same", async () => {
  const sister = await createClient("patinoires", { sector: "piscines" });
  const library = await createClient("bibliotheque");
  const subOf = async (to: TestClient) => {
    const { body } = await redeem(origin, to, await arrive(new Browser(origin), to));
    return decodeJwt(body.id_token ?? "").sub;
  };
  const sub = await subOf(client);
  expect(await subOf(client)).toBe(sub);
  expect(await subOf(sister)).toBe(sub);
  expect(await subOf(library)).not.toBe(sub);
  expect(sub).not.toBe(accountId);
});

test("a copy of the database opens nothing: no token, code or session cookie is in it", async () => {
  const arrived = await arrive();
  const { body } = await redeem(origin, client, arrived);
  const kept = JSON.stringify(await pool.select().from(oidcArtifacts));
  for (const secret of [arrived.code, body.access_token, body.refresh_token])
    expect(kept).not.toContain(secret);
});

describe("signing out", () => {
  const queued = () =>
    pool.execute<{ clientId: string }>(
      "select payload ->> 'clientId' as \"clientId\" from graphile_worker._private_jobs order by 1",
    );

  test("of one service signs out of all, at once here and in the background there", async () => {
    await pool.execute("delete from graphile_worker._private_jobs");
    const browser = new Browser(origin);
    const { body } = await redeem(origin, client, await arrive(browser));
    const library = await createClient("bibliotheque");
    const { body: other } = await redeem(origin, library, await arrive(browser, library));
    const query = new URLSearchParams({
      id_token_hint: body.id_token ?? "",
      post_logout_redirect_uri: "https://piscines.example/",
      state: "etat",
    });
    const { location } = await browser.get(`/oidc/session/end?${query}`);
    expect(location).toBe("https://piscines.example/?state=etat");
    expect((await userinfo(origin, other.access_token)).status).toBe(401);
    expect((await arrive(browser)).prompts).toEqual(["login"]);
    expect((await queued()).map((job) => job.clientId)).toEqual(["bibliotheque", "piscines"]);
  });

  test("without a proof of the session is asked first", async () => {
    const browser = new Browser(origin);
    await arrive(browser);
    const { location } = await browser.get(`/oidc/session/end?client_id=${client.id}`);
    expect(location).toBe("/deconnexion/piscines");
    expect((await arrive(browser)).prompts).toEqual([]);
  });

  test("of a browser where nobody is signed in goes straight back", async () => {
    const { body } = await redeem(origin, client, await arrive());
    const query = new URLSearchParams({
      id_token_hint: body.id_token ?? "",
      post_logout_redirect_uri: "https://piscines.example/",
    });
    const { location } = await new Browser(origin).get(`/oidc/session/end?${query}`);
    expect(location).toBe("https://piscines.example/");
  });
});
