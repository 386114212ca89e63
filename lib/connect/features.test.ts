import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from "jose";
import * as oidc from "openid-client";
import { describe, expect, test } from "vitest";
import { Browser, createClient } from "@/db/test/connect";
import { beforeEachPools, client, journey, origin } from "@/db/test/pools";
import { errorOf, relyingParty, requestOf, tokensFor, visit } from "@/db/test/relying-party";

beforeEachPools();

describe("a pushed request (RFC 9126)", () => {
  test("signs in, and shows nothing of itself in the browser", async () => {
    const here = await journey();
    const arrived = await visit(here, {}, { isPushed: true });
    expect([...arrived.address.searchParams.keys()].sort()).toEqual(["client_id", "request_uri"]);
    expect((await tokensFor(here.config, arrived)).claims()?.sub).toBeTruthy();
  });

  test("serves once, even to eight browsers at the same instant", async () => {
    const here = await journey();
    const browser = new Browser(origin);
    await visit({ ...here, browser });
    const { params } = await requestOf(client);
    const { pathname, search } = await oidc.buildAuthorizationUrlWithPAR(here.config, params);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => browser.get(pathname + search)),
    );
    const codes = answers.filter(({ location }) => location.includes("code="));
    expect(codes).toHaveLength(1);
    const { location } = await browser.get(pathname + search);
    expect(location).toContain("invalid_request_uri");
  });

  test("is the only way in for a client that asked for it", async () => {
    const strict = await createClient("strict", { requiresPar: true });
    const here = await journey(strict);
    const { url } = await visit(here);
    expect(url.searchParams.get("error")).toBe("invalid_request");
    const pushed = await visit(here, {}, { isPushed: true });
    expect(pushed.url.searchParams.has("code")).toBe(true);
  });
});

describe("a client with a key of its own (private_key_jwt)", () => {
  async function keyed() {
    const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "ES256", use: "sig" };
    const jwks = { keys: [jwk as { kty: string }] };
    const to = await createClient("cle", { authentication: "private_key_jwt", jwks });
    return { to, authentication: oidc.PrivateKeyJwt({ key: privateKey, kid: "k1" }), privateKey };
  }

  test("needs no secret", async () => {
    const { to, authentication } = await keyed();
    const config = await relyingParty(origin, to, { authentication });
    const here = await journey(to, config);
    expect((await tokensFor(config, await visit(here))).claims()?.aud).toBe("cle");
  });

  test("proves itself once by each assertion, and by no other key", async () => {
    const { to, privateKey } = await keyed();
    const stranger = (await generateKeyPair("ES256")).privateKey;
    const assertion = (key: CryptoKey) =>
      new SignJWT({ jti: crypto.randomUUID() })
        .setProtectedHeader({ alg: "ES256", kid: "k1" })
        .setIssuer(to.id)
        .setSubject(to.id)
        .setAudience(origin)
        .setExpirationTime("1m")
        .sign(key);
    const push = async (client_assertion: string) => {
      const { params } = await requestOf(to);
      const type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
      const response = await fetch(`${origin}/oidc/request`, {
        method: "POST",
        body: new URLSearchParams({
          ...params,
          response_type: "code",
          client_id: to.id,
          client_assertion,
          client_assertion_type: type,
        }),
      });
      return response.status;
    };
    const good = await assertion(privateKey);
    const statuses = await Promise.all(Array.from({ length: 6 }, () => push(good)));
    expect(statuses.sort()).toEqual([201, 401, 401, 401, 401, 401]);
    expect(await push(await assertion(stranger))).toBe(401);
  });
});

describe("a revocation (RFC 7009)", () => {
  test("ends one’s own tokens, and nobody else’s", async () => {
    const here = await journey();
    const tokens = await tokensFor(here.config, await visit(here));
    const sub = tokens.claims()?.sub ?? "";
    const other = await relyingParty(origin, await createClient("curieux"));
    await oidc.tokenRevocation(other, tokens.access_token);
    await oidc.fetchUserInfo(here.config, tokens.access_token, sub);
    await oidc.tokenRevocation(here.config, tokens.refresh_token ?? "");
    const again = oidc.fetchUserInfo(here.config, tokens.access_token, sub);
    expect(await errorOf(again)).toBe("invalid_token");
  });
});

describe("a signed userinfo", () => {
  test("is a JWT for a client that asked for it", async () => {
    const to = await createClient("signee", { userinfoAlg: "RS256" });
    const here = await journey(to);
    const tokens = await tokensFor(here.config, await visit(here));
    const response = await fetch(`${origin}/oidc/userinfo`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(response.headers.get("content-type")).toContain("application/jwt");
    const keys = createRemoteJWKSet(new URL(`${origin}/oidc/jwks`));
    const { payload } = await jwtVerify(await response.text(), keys, { audience: to.id });
    expect(payload).toMatchObject({ given_name: "Samira", sub: tokens.claims()?.sub });
  });
});
