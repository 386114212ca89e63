import { createRemoteJWKSet, jwtVerify } from "jose";
import * as oidc from "openid-client";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { oidcResources } from "@/db/schema";
import {
  createAccount,
  createClient,
  startConnect,
  TEST_NOTICE,
  type TestClient,
} from "@/db/test/connect";
import { account } from "@/db/test/factories";
import { errorOf, relyingParty, tokensFor, visit } from "@/db/test/relying-party";
import { withdrawConsent } from "@/lib/consents/commands/decide";

const { origin, stop } = await startConnect();
const { getProvider } = await import("./provider/instance");
const { GET: listConsents } = await import("@/app/api/v1/consents/route");
afterAll(stop);

const provider = await getProvider();
let client: TestClient;
let accountId: string;

beforeEach(async () => {
  client = await createClient("piscines");
  accountId = (await createAccount()).id;
});

const journey = async (to = client, config?: oidc.Configuration) => ({
  config: config ?? (await relyingParty(origin, to)),
  client: to,
  who: { accountId },
  provider,
});

const API = "https://api.piscines.example/";

const notice = {
  ...TEST_NOTICE,
  items: [
    ...TEST_NOTICE.items,
    {
      id: "entries",
      label: "Vos entrées",
      claims: [],
      apis: [{ resource: API, scopes: ["entries.read"] }],
      required: false,
    },
  ],
};
let api: TestClient;
beforeEach(async () => {
  api = await createClient("api-piscines");
  const scopes = ["entries.read", "entries.write"];
  await pool
    .insert(oidcResources)
    .values({ uri: API, name: "Entrées", scopes, clientId: api.id })
    .onConflictDoNothing();
  client = await createClient("piscines", {
    resources: [API],
    notice,
    grantTypes: ["authorization_code", "refresh_token", "client_credentials"],
  });
});

const asked = { scope: "openid profile entries.read entries.write", resource: API };

async function tokenOf(ticked: string[]) {
  const here = await journey();
  const arrived = await visit({ ...here, who: { accountId, ticked } }, asked);
  return { ...here, tokens: await tokensFor(here.config, arrived, { resource: API }) };
}

describe("an API (RFC 8707)", () => {
  test("is opened by what was agreed to for it, and by nothing else", async () => {
    const { tokens, config } = await tokenOf(["entries"]);
    expect(tokens.scope).toBe("entries.read");
    const { access_token: token } = tokens;
    expect(await errorOf(oidc.fetchUserInfo(config, token, oidc.skipSubjectCheck))).toBe(
      "insufficient_scope",
    );
    const headers = { authorization: `Bearer ${token}` };
    const ours = await listConsents(new Request(`${origin}/api/v1/consents`, { headers }));
    expect(ours.status).toBe(401);
    accountId = (await createAccount()).id;
    expect((await tokenOf([])).tokens.scope ?? "").toBe("");
  });

  test("asks what a token is worth, is answered with a signature, and knows people by its own names", async () => {
    const { tokens } = await tokenOf(["entries"]);
    const { access_token: token } = tokens;
    const config = await relyingParty(origin, api);
    const told = await oidc.tokenIntrospection(config, token);
    expect(told).toMatchObject({ active: true, aud: API, scope: "entries.read" });
    expect(told.client_id).toBe(client.id);
    expect(told.sub).not.toBe(tokens.claims()?.sub);

    const signed = await fetch(`${origin}/oidc/token/introspection`, {
      method: "POST",
      headers: {
        accept: "application/token-introspection+jwt",
        authorization: `Basic ${btoa("api-piscines:secret-of-a-test-client")}`,
      },
      body: new URLSearchParams({ token }),
    });
    expect(signed.headers.get("content-type")).toContain("application/token-introspection+jwt");
    const keys = createRemoteJWKSet(new URL(`${origin}/oidc/jwks`));
    const options = { issuer: origin, typ: "token-introspection+jwt" };
    const { payload } = await jwtVerify(await signed.text(), keys, options);
    expect(payload).toMatchObject({ token_introspection: { active: true, scope: "entries.read" } });
    expect(payload.aud).toContain(api.id);
  });
});

describe("a token for an API", () => {
  test("sees a withdrawal at once, and nobody else learns anything of the token", async () => {
    const { tokens } = await tokenOf(["entries"]);
    const other = await createClient("curieux");
    const ask = async (by: TestClient) =>
      (await oidc.tokenIntrospection(await relyingParty(origin, by), tokens.access_token)).active;
    expect(await ask(api)).toBe(true);
    expect(await ask(other)).toBe(false);
    const by = { accountId, clientId: client.id, place: "my-data" } as const;
    await withdrawConsent({ actor: account(accountId) }, by);
    expect(await ask(api)).toBe(false);
  });

  test("that the client did not register for is not given", async () => {
    const here = await journey(api);
    const { url } = await visit(here, asked);
    expect(url.searchParams.get("error")).toBe("invalid_target");
  });

  test("is opened to a machine without anybody (client credentials)", async () => {
    const config = await relyingParty(origin, client);
    const params = { resource: API, scope: "entries.write" };
    const { access_token: token, scope } = await oidc.clientCredentialsGrant(config, params);
    expect(scope).toBe("entries.write");
    const told = await oidc.tokenIntrospection(await relyingParty(origin, api), token);
    expect(told).toMatchObject({ active: true, client_id: client.id, aud: API });
    expect(told).not.toHaveProperty("sub");
    const refused = await relyingParty(origin, api);
    expect(await errorOf(oidc.clientCredentialsGrant(refused, params))).toBe("invalid_request");
  });
});
