import { decodeJwt, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, test } from "vitest";
import { AFTER, confirm, isSignedIn, leave } from "./logout";
import { library, world } from "./support";

const ERROR = /^\/interaction\/erreur/;
const QUESTION = /^\/deconnexion/;

describe("plan oidcc-rp-initiated-logout", () => {
  test("oidcc-rp-initiated-logout-discovery-endpoint-verification", async () => {
    const { end_session_endpoint } = (await library(world.client)).serverMetadata();
    expect(end_session_endpoint).toMatch(/^http/);
  });

  test("oidcc-rp-initiated-logout", async () => {
    const { location } = await leave(() => ({}));
    expect(location).toBe(`${AFTER}?state=logout-state`);
    expect(await isSignedIn()).toBe(false);
  });

  test("oidcc-rp-initiated-logout-no-state", async () => {
    const { location } = await leave(() => ({ state: undefined }));
    expect(location).toBe(AFTER);
    expect(await isSignedIn()).toBe(false);
  });

  test("oidcc-rp-initiated-logout-no-post-logout-redirect-uri", async () => {
    const { location } = await leave(() => ({ post_logout_redirect_uri: undefined }));
    expect(location).toBe("/deconnexion/terminee");
    expect(await isSignedIn()).toBe(false);
  });

  const nothing = { id_token_hint: undefined, post_logout_redirect_uri: undefined };

  test.for([
    ["oidcc-rp-initiated-logout-no-params", { ...nothing, state: undefined }],
    ["oidcc-rp-initiated-logout-only-state", nothing],
  ] as const)("%s", async ([, changes]) => {
    const { location } = await leave(() => changes);
    expect(location).toMatch(QUESTION);
    expect(await confirm(location)).toContain("/oidc/session/end/success");
    expect(await isSignedIn()).toBe(false);
  });

  test("oidcc-rp-initiated-logout-no-id-token-hint", async () => {
    const { location } = await leave(() => ({ id_token_hint: undefined }));
    expect(location).toMatch(QUESTION);
    expect(await confirm(location)).not.toContain(AFTER);
  });
});

describe("plan oidcc-rp-initiated-logout: what leads nowhere", () => {
  async function refused(changes: Parameters<typeof leave>[0]) {
    const { location } = await leave(changes);
    expect(location).toMatch(ERROR);
    expect(await isSignedIn()).toBe(true);
  }

  test("oidcc-rp-initiated-logout-bad-post-logout-redirect-uri", () =>
    refused(() => ({ post_logout_redirect_uri: "https://conformance.example/not-registered" })));

  test("oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri", () =>
    refused(() => ({ post_logout_redirect_uri: `${AFTER}?foo=bar` })));

  test("oidcc-rp-initiated-logout-modified-id-token-hint", () =>
    refused(({ tokens }) => ({
      id_token_hint: new UnsecuredJWT(decodeJwt(tokens.id_token ?? "")).encode(),
    })));

  test("oidcc-rp-initiated-logout-bad-id-token-hint", () =>
    refused(async ({ tokens }) => {
      const { privateKey } = await generateKeyPair("RS256");
      const claims = new SignJWT(decodeJwt(tokens.id_token ?? ""));
      return { id_token_hint: await claims.setProtectedHeader({ alg: "RS256" }).sign(privateKey) };
    }));
});
