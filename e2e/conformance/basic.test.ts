import { decodeProtectedHeader } from "jose";
import * as oidc from "openid-client";
import { describe, expect, test } from "vitest";
import { SECRET } from "@/db/test/connect";
import {
  addressOf,
  authorize,
  library,
  look,
  origin,
  requestOf,
  signIn,
  userinfoOf,
  world,
} from "./support";

const errorIn = (url: URL | null) => url?.searchParams.get("error");

describe("plan oidcc-basic: code and id token", () => {
  test("oidcc-server", async () => {
    const { claims, tokens, url, sent } = await signIn();
    expect(claims).toMatchObject({ iss: origin, aud: world.client.id, nonce: sent.nonce });
    expect(claims.exp - claims.iat).toBeGreaterThan(0);
    expect(url.searchParams.get("state")).toBe(sent.state);
    expect(tokens.token_type).toBe("bearer");
  });

  test("oidcc-response-type-missing", async () => {
    const address = addressOf(await library(world.client), requestOf(world.client));
    const { location } = await world.browser.get(address.replace("&response_type=code", ""));
    expect(["invalid_request", "unsupported_response_type"]).toContain(
      errorIn(URL.parse(location)),
    );
  });

  test("oidcc-idtoken-signature", async () => {
    const { tokens } = await signIn();
    const { alg, kid } = decodeProtectedHeader(tokens.id_token ?? "");
    expect(alg).toBe("RS256");
    expect(kid).toBeTruthy();
  });

  test("oidcc-idtoken-unsigned", async () => {
    const metadata = (await library(world.client)).serverMetadata();
    expect(metadata.id_token_signing_alg_values_supported).not.toContain("none");
    const { tokens } = await signIn();
    expect(decodeProtectedHeader(tokens.id_token ?? "").alg).not.toBe("none");
  });

  test("oidcc-ensure-request-without-nonce-succeeds-for-code-flow", async () => {
    const { claims } = await signIn({ params: { nonce: undefined } });
    expect(claims).not.toHaveProperty("nonce");
  });

  test("oidcc-alternate-happy-flow", async () => {
    const { client } = world;
    const sent = requestOf(client, { scope: "email openid" });
    const reversed = Object.fromEntries(Object.entries(sent).reverse());
    const signedIn = await signIn({ params: reversed });
    expect(await userinfoOf(signedIn)).toHaveProperty("email");
  });

  test("oidcc-server-client-secret-post", async () => {
    const arrived = await authorize();
    const config = await library(world.client, oidc.ClientSecretPost(SECRET));
    const tokens = await oidc.authorizationCodeGrant(config, arrived.url, arrived.expected);
    expect(tokens.claims()?.aud).toBe(world.client.id);
  });

  test("oidcc-ensure-request-with-valid-pkce-succeeds", async () => {
    const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
    const code_challenge = await oidc.calculatePKCECodeChallenge(pkceCodeVerifier);
    const params = { code_challenge, code_challenge_method: "S256" };
    expect((await signIn({ params, checks: { pkceCodeVerifier } })).claims.sub).toBeTruthy();
  });
});

describe("plan oidcc-basic: userinfo", () => {
  const ask = async (init: (token: string) => RequestInit) => {
    const { tokens, claims } = await signIn({ params: { scope: "openid profile" } });
    const response = await fetch(`${origin}/oidc/userinfo`, init(tokens.access_token));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ sub: claims.sub, name: "Samira Benali" });
  };
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  test("oidcc-userinfo-get", () => ask((token) => ({ headers: bearer(token) })));
  test("oidcc-userinfo-post-header", () =>
    ask((token) => ({ method: "POST", headers: bearer(token) })));
  test("oidcc-userinfo-post-body", () =>
    ask((access_token) => ({ method: "POST", body: new URLSearchParams({ access_token }) })));
});

describe("plan oidcc-basic: scopes and claims", () => {
  const PROFILE = ["name", "given_name", "family_name", "birthdate", "gender", "updated_at"];
  const OF_SCOPE: Record<string, string[]> = {
    profile: PROFILE,
    email: ["email", "email_verified"],
    address: ["address"],
    phone: ["phone_number", "phone_number_verified"],
  };

  async function told(scope: string) {
    const signedIn = await signIn({ params: { scope } });
    const claims = await userinfoOf(signedIn);
    // OpenID Connect Core §5.1: the type of each.
    for (const [name, value] of Object.entries(claims)) {
      if (name.endsWith("_verified")) expect(typeof value).toBe("boolean");
      if (["name", "email", "phone_number", "birthdate"].includes(name))
        expect(typeof value).toBe("string");
    }
    const idToken = Object.keys(signedIn.claims);
    return { names: Object.keys(claims), claims, idToken };
  }

  test.for([
    ["oidcc-scope-profile", "profile"],
    ["oidcc-scope-email", "email"],
    ["oidcc-scope-address", "address"],
    ["oidcc-scope-phone", "phone"],
    ["oidcc-scope-all", "address email phone profile"],
  ] as const)("%s", async ([, scope]) => {
    const { names, idToken } = await told(`openid ${scope}`);
    for (const [each, claims] of Object.entries(OF_SCOPE))
      for (const claim of claims) {
        expect(names.includes(claim), claim).toBe(scope.split(" ").includes(each));
        expect(idToken).not.toContain(claim);
      }
  });

  test("oidcc-claims-essential", async () => {
    const claims = JSON.stringify({ userinfo: { name: { essential: true } } });
    const signedIn = await signIn({ params: { claims } });
    expect((await userinfoOf(signedIn)).name).toBe("Samira Benali");
    expect(signedIn.claims).not.toHaveProperty("name");
  });
});

describe("plan oidcc-basic: what a request may say", () => {
  test.for<[string, Record<string, string>]>([
    ["oidcc-display-page", { display: "page" }],
    ["oidcc-display-popup", { display: "popup" }],
    ["oidcc-ensure-request-with-unknown-parameter-succeeds", { extra: "foobar" }],
    ["oidcc-login-hint", { login_hint: "buffy@conformance.example" }],
    ["oidcc-ui-locales", { ui_locales: "se" }],
    ["oidcc-claims-locales", { claims_locales: "se" }],
  ])("%s", async ([, params]) => {
    const { claims, prompts } = await signIn({ params });
    expect(prompts).toEqual(["login", "consent"]);
    expect(claims.sub).toBeTruthy();
  });

  test("oidcc-ensure-request-with-acr-values-succeeds", async () => {
    const supported = (await library(world.client)).serverMetadata().acr_values_supported ?? [];
    expect(supported.length).toBeGreaterThan(0);
    const { claims } = await signIn({ params: { acr_values: supported.join(" ") } });
    expect(claims.acr === undefined || supported.includes(String(claims.acr))).toBe(true);
  });

  test("oidcc-ensure-registered-redirect-uri", async () => {
    const { location } = await look({ redirect_uri: "https://conformance.example/other" });
    expect(location).toBe("/interaction/erreur?code=invalid_redirect_uri");
  });

  test("oidcc-ensure-post-request-succeeds", async () => {
    const { client, browser } = world;
    const params = { ...requestOf(client), client_id: client.id, response_type: "code" };
    const { location } = await browser.post("/oidc/auth", params);
    expect((await browser.get(location)).location).toMatch(/^\/interaction\/[\w-]+$/);
  });
});
