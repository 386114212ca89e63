import { UnsecuredJWT } from "jose";
import * as oidc from "openid-client";
import { describe, expect, test } from "vitest";
import {
  type authorize,
  errorOf,
  look,
  requestOf,
  secondsLater,
  signIn,
  userinfoOf,
  world,
} from "./support";

const errorIn = (url: URL | null) => url?.searchParams.get("error");

describe("plan oidcc-basic: signing in again", () => {
  test("oidcc-prompt-login", async () => {
    const first = await signIn({ params: { max_age: "15000" } });
    await secondsLater(2);
    const second = await signIn({ params: { prompt: "login" } });
    expect(second.prompts).toEqual(["login"]);
    expect(Number(second.claims.auth_time)).toBeGreaterThan(Number(first.claims.auth_time) - 2);
    expect(second.claims.sub).toBe(first.claims.sub);
  });

  test("oidcc-prompt-none-not-logged-in", async () => {
    const { url } = await look({ prompt: "none" });
    expect(["login_required", "interaction_required"]).toContain(errorIn(url));
  });

  test("oidcc-prompt-none-logged-in", async () => {
    const first = await signIn({ params: { max_age: "15000" } });
    const second = await signIn({ params: { prompt: "none", max_age: "15000" } });
    expect(second.prompts).toEqual([]);
    expect(second.claims.auth_time).toBe(first.claims.auth_time);
    expect(second.claims.sub).toBe(first.claims.sub);
  });

  test("oidcc-max-age-1", async () => {
    await signIn();
    await secondsLater(2);
    const second = await signIn({ params: { max_age: "1" }, checks: { maxAge: 1 } });
    expect(second.prompts).toEqual(["login"]);
    expect(second.claims.auth_time).toBeTypeOf("number");
  });

  test("oidcc-max-age-10000", async () => {
    const first = await signIn({ params: { max_age: "15000" }, checks: { maxAge: 15_000 } });
    const second = await signIn({ params: { max_age: "10000" }, checks: { maxAge: 10_000 } });
    expect(second.prompts).toEqual([]);
    expect(second.claims.auth_time).toBe(first.claims.auth_time);
    expect(second.claims.sub).toBe(first.claims.sub);
  });

  test("oidcc-id-token-hint", async () => {
    const first = await signIn();
    const id_token_hint = first.tokens.id_token ?? "";
    const second = await signIn({ params: { prompt: "none", id_token_hint } });
    expect(second.prompts).toEqual([]);
    expect(second.claims.sub).toBe(first.claims.sub);
  });
});

describe("plan oidcc-basic: codes and refresh tokens", () => {
  const redeemAgain = async ({ config, url, expected }: Awaited<ReturnType<typeof authorize>>) =>
    errorOf(oidc.authorizationCodeGrant(config, url, expected));

  test("oidcc-codereuse", async () => {
    const signedIn = await signIn();
    expect(await redeemAgain(signedIn)).toBe("invalid_grant");
  });

  test("oidcc-codereuse-30seconds", async () => {
    const signedIn = await signIn();
    await secondsLater(30);
    expect(await redeemAgain(signedIn)).toBe("invalid_grant");
    await expect(userinfoOf(signedIn)).rejects.toThrow();
  });

  test("oidcc-refresh-token", async () => {
    const first = await signIn();
    const refreshed = await oidc.refreshTokenGrant(first.config, first.tokens.refresh_token ?? "");
    expect(refreshed.claims()).toMatchObject({ sub: first.claims.sub, aud: world.client.id });
    expect((await userinfoOf({ ...first, tokens: refreshed })).sub).toBe(first.claims.sub);
    const second = await signIn({ client: world.second });
    const stolen = oidc.refreshTokenGrant(first.config, second.tokens.refresh_token ?? "");
    expect(await errorOf(stolen)).toBe("invalid_grant");
  });
});

describe("plan oidcc-basic: request objects", () => {
  const unsigned = (claims: Record<string, unknown>) =>
    new UnsecuredJWT({ ...claims, client_id: world.client.id, response_type: "code" }).encode();

  test("oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported", async () => {
    const { url } = await look({ request_uri: "https://conformance.example/request.jwt" });
    expect(errorIn(url)).toBe("request_uri_not_supported");
  });

  test("oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported", async () => {
    const { url } = await look({ request: unsigned(requestOf(world.client)) });
    expect(errorIn(url)).toBe("request_not_supported");
  });

  test("oidcc-ensure-request-object-with-redirect-uri", async () => {
    const request = unsigned(requestOf(world.client));
    const { location } = await look({ request, redirect_uri: "https://conformance.example/bad" });
    expect(location).toBe("/interaction/erreur?code=invalid_redirect_uri");
  });
});
