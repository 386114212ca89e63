import { createLocalJWKSet, decodeJwt, jwtVerify } from "jose";
import { describe, expect, test } from "vitest";
import {
  AFTER,
  beforeEachFranceConnect,
  codeFor,
  get,
  issuer,
  locationOf,
  pass,
  REDIRECT,
  RIGHT,
  redeem,
  tokensFor,
  userinfo,
} from "./test-service";

beforeEachFranceConnect();

describe("/token", () => {
  test("gives an id token signed for the service, with level and nonce, and no refresh token", async () => {
    const { id, tokens } = await tokensFor();
    const keys = createLocalJWKSet(await (await fetch(`${issuer()}/jwks`)).json());
    const { payload, protectedHeader } = await jwtVerify(id, keys, {
      issuer: issuer(),
      audience: "service",
    });
    expect(payload).toMatchObject({ acr: "eidas1", nonce: RIGHT.nonce });
    expect(payload.sub).toMatch(/^[0-9a-f]{64}v1$/);
    expect(protectedHeader.alg).toBe("ES256");
    expect(payload).not.toHaveProperty("amr");
    expect(tokens).not.toHaveProperty("refresh_token");
    expect(tokens.expires_in).toBe(60);
  });

  test("says how the person was authenticated to whoever asks", async () => {
    const { id } = await tokensFor("4", { claims: '{"id_token":{"amr":null}}' });
    expect(decodeJwt(id).amr).toEqual(["pwd"]);
  });

  test.for([
    ["a wrong secret", { client_secret: "x" }, {}, 401, "invalid_client"],
    ["client_secret_basic", {}, { authorization: "Basic c2VydmljZTp4" }, 401, "invalid_client"],
    ["another grant", { grant_type: "refresh_token" }, {}, 400, "unsupported_grant_type"],
    ["another address", { redirect_uri: AFTER }, {}, 400, "invalid_grant"],
    ["an unknown code", { code: "x" }, {}, 400, "invalid_grant"],
    ["a PKCE verifier", { code_verifier: "v".repeat(43) }, {}, 400, "invalid_grant"],
  ] as const)("refuses %s", async ([, change, headers, status, error]) => {
    const { answer } = await codeFor();
    const response = await redeem(answer.searchParams.get("code") ?? "", change, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error });
  });

  test("refuses a code older than 30 seconds", async () => {
    const { answer } = await codeFor();
    pass(30_001);
    expect((await redeem(answer.searchParams.get("code") ?? "")).status).toBe(400);
  });

  test("refuses a code used before, and closes what it had opened", async () => {
    const { answer } = await codeFor();
    const code = answer.searchParams.get("code") ?? "";
    const { access_token: token } = await (await redeem(code)).json();
    expect((await redeem(code)).status).toBe(400);
    expect((await userinfo(token)).status).toBe(401);
  });
});

describe("/userinfo", () => {
  test("is a JWT signed for the service, with the scopes' claims", async () => {
    const { access, id } = await tokensFor("23");
    const response = await userinfo(access);
    expect(response.headers.get("content-type")).toMatch(/^application\/jwt/);
    const keys = createLocalJWKSet(await (await fetch(`${issuer()}/jwks`)).json());
    const { payload } = await jwtVerify(await response.text(), keys, {
      issuer: issuer(),
      audience: "service",
    });
    expect(payload).toMatchObject({
      sub: decodeJwt(id).sub,
      family_name: "GARNIER",
      preferred_username: "MOREL",
      birthcountry: "99100",
    });
  });

  test("says only what was asked", async () => {
    const { access } = await tokensFor("4", { scope: "openid email" });
    expect(decodeJwt(await (await userinfo(access)).text())).not.toHaveProperty("family_name");
  });

  test("refuses a token older than 60 seconds, and any other", async () => {
    const { access } = await tokensFor();
    pass(60_001);
    expect((await userinfo(access)).status).toBe(401);
    expect((await userinfo("x")).status).toBe(401);
  });
});

describe("/session/end", () => {
  const right = (id: string): Record<string, string> => ({
    id_token_hint: id,
    state: "s".repeat(43),
    post_logout_redirect_uri: AFTER,
  });

  test("forgets who was identified in this browser, and goes back with the state", async () => {
    const { id, cookie } = await tokensFor();
    const again = async () => {
      const asked = await get("/authorize", RIGHT, { cookie });
      return (await fetch(locationOf(asked), { headers: { cookie } })).text();
    };
    expect(await again()).toContain("déjà identifié");
    const left = locationOf(await get("/session/end", right(id), { cookie }));
    expect(left.href).toBe(`${AFTER}?state=${"s".repeat(43)}`);
    expect(await again()).not.toContain("déjà identifié");
  });

  test.for([
    ["no hint", { id_token_hint: "" }, "Y000400"],
    ["no state", { state: "" }, "Y000400"],
    ["an extra parameter", { client_id: "service" }, "Y000400"],
    ["a hint that it did not sign", { id_token_hint: "a.b.c" }, "Y041FDE"],
    ["another address", { post_logout_redirect_uri: REDIRECT }, "Y030111"],
  ] as const)("refuses %s", async ([, change, code]) => {
    const { id } = await tokensFor();
    const response = await get("/session/end", { ...right(id), ...change });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(code);
  });
});
