import { exportJWK, SignJWT } from "jose";
import * as oidc from "openid-client";
import { describe, expect, test } from "vitest";
import { createClient } from "@/db/test/connect";
import { beforeEachPools, client, journey, origin } from "@/db/test/pools";
import { errorOf, tokensFor, visit } from "@/db/test/relying-party";

const { GET: listConsents } = await import("@/app/api/v1/consents/route");
beforeEachPools();

const bound = async (to = client) => {
  const here = await journey(to);
  const keys = await oidc.randomDPoPKeyPair();
  const dpop = oidc.getDPoPHandle(here.config, keys);
  return { ...here, keys, dpop };
};

async function proofFor(
  { privateKey, publicKey }: oidc.CryptoKeyPair,
  htu: string,
  token?: string,
  nonce?: string,
  htm = htu.endsWith("/token") ? "POST" : "GET",
) {
  const digest = token && (await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token)));
  return new SignJWT({
    htu,
    htm,
    jti: crypto.randomUUID(),
    ...(digest ? { ath: Buffer.from(digest).toString("base64url") } : {}),
    ...(nonce ? { nonce } : {}),
  })
    .setProtectedHeader({ alg: "ES256", typ: "dpop+jwt", jwk: await exportJWK(publicKey) })
    .setIssuedAt()
    .sign(privateKey);
}

describe("a token bound to a key (RFC 9449)", () => {
  test("opens with that key, and with no other, nor without one", async () => {
    const here = await bound();
    const tokens = await tokensFor(here.config, await visit(here), here);
    expect(tokens.token_type).toBe("dpop");
    const { access_token: token } = tokens;
    const sub = tokens.claims()?.sub ?? "";
    const told = await oidc.fetchUserInfo(here.config, token, sub, { DPoP: here.dpop });
    expect(told.given_name).toBe("Samira");
    const thief = (await bound()).dpop;
    expect(await errorOf(oidc.fetchUserInfo(here.config, token, sub, { DPoP: thief }))).toBe(
      "invalid_token",
    );
    expect(await errorOf(oidc.fetchUserInfo(here.config, token, sub))).toBe("invalid_token");
  });

  test("is the only kind for a client that asked for it", async () => {
    const here = await bound(await createClient("liee", { isDpopBound: true }));
    expect(await errorOf(tokensFor(here.config, await visit(here)))).toBe("invalid_grant");
    const tokens = await tokensFor(here.config, await visit(here), here);
    expect(tokens.token_type).toBe("dpop");
  });
});

describe("a bound token", () => {
  test("is refused where it is shown as any other, and our API reads the proof too", async () => {
    const full = await createClient("portail", { scopes: ["openid", "profile", "consents"] });
    const here = await bound(full);
    const arrived = await visit(here, { scope: "openid profile consents" });
    const { access_token: token } = await tokensFor(here.config, arrived, here);
    const url = new URL("/api/v1/consents", origin);
    const asking = (headers: Record<string, string>) =>
      listConsents(new Request(url, { headers })).then(({ status }) => status);
    expect(await asking({ authorization: `Bearer ${token}` })).toBe(401);
    expect(await asking({ authorization: `DPoP ${token}` })).toBe(401);

    const proof = await proofFor(here.keys, url.href, token);
    expect(await asking({ authorization: `DPoP ${token}`, dpop: proof })).toBe(200);
    expect(await asking({ authorization: `DPoP ${token}`, dpop: proof })).toBe(401);
    const elsewhere = await proofFor(here.keys, `${origin}/autre`, token);
    expect(await asking({ authorization: `DPoP ${token}`, dpop: elsewhere })).toBe(401);
    const other = await proofFor(await oidc.randomDPoPKeyPair(), url.href, token);
    expect(await asking({ authorization: `DPoP ${token}`, dpop: other })).toBe(401);
  });

  test("is refreshed with that key only, and by one of eight at the same instant", async () => {
    const here = await bound(await createClient("liee", { isDpopBound: true }));
    const tokens = await tokensFor(here.config, await visit(here), here);
    const refresh = () =>
      errorOf(
        oidc.refreshTokenGrant(here.config, tokens.refresh_token ?? "", undefined, {
          DPoP: here.dpop,
        }),
      );
    const errors = await Promise.all(Array.from({ length: 8 }, refresh));
    expect(errors.filter((error) => error === null)).toHaveLength(1);
  });

  test("is asked with a proof that serves once, and carries our nonce", async () => {
    const here = await bound();
    const { checks, url } = await visit(here);
    const proof = await proofFor(here.keys, `${origin}/oidc/token`);
    const redeem = (dpop: string) =>
      fetch(`${origin}/oidc/token`, {
        method: "POST",
        headers: {
          authorization: `Basic ${btoa(`${client.id}:secret-of-a-test-client`)}`,
          dpop,
        },
        body: new URLSearchParams({
          grant_type: "authorization_code",
          code: url.searchParams.get("code") ?? "",
          redirect_uri: client.redirectUri,
          code_verifier: String(checks.pkceCodeVerifier),
        }),
      });
    const first = await redeem(proof);
    expect((await first.json()).error).toBe("use_dpop_nonce");
    const nonce = first.headers.get("dpop-nonce") ?? "";
    const fresh = await proofFor(here.keys, `${origin}/oidc/token`, undefined, nonce, "POST");
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(fresh)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
