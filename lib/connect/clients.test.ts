import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { oidcClients } from "@/db/schema";
import { createClient, startConnect, type TestClient } from "@/db/test/connect";
import { system } from "@/lib/auth/actor";
import { registerClient } from "./commands/register-client";
import { rotateSecret } from "./commands/rotate-secret";

const { origin, stop } = await startConnect();
afterAll(stop);

const ctx = system("test");
let client: TestClient;
beforeEach(async () => {
  client = await createClient("piscines");
});

/** A secret is good when the provider goes on to look at the code. */
async function isGood(secret: string, { id } = client) {
  const response = await fetch(`${origin}/oidc/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: "none",
      code_verifier: "x".repeat(43),
      redirect_uri: client.redirectUri,
    }),
  });
  const { error } = (await response.json()) as { error: string };
  return error === "invalid_client" ? false : error;
}

describe("a secret that is replaced", () => {
  test("goes on beside the new one, until its time is over", async () => {
    const secret = await rotateSecret(ctx, client.id, 7);
    expect(await isGood(secret)).toBe("invalid_grant");
    expect(await isGood("secret-of-a-test-client")).toBe("invalid_grant");
    expect(await isGood("another")).toBe(false);

    await pool.update(oidcClients).set({ previousSecretExpiresAt: sql`now()` });
    expect(await isGood("secret-of-a-test-client")).toBe(false);
    expect(await isGood(secret)).toBe("invalid_grant");
  });

  test("is worth nothing at once after a leak", async () => {
    await rotateSecret(ctx, client.id, 0);
    expect(await isGood("secret-of-a-test-client")).toBe(false);
  });

  test("is nowhere to be read", async () => {
    const secret = await rotateSecret(ctx, client.id, 7);
    const kept = JSON.stringify(await pool.select().from(oidcClients));
    for (const each of [secret, "secret-of-a-test-client"]) expect(kept).not.toContain(each);
  });

  test("is not one of a service that does not exist", async () => {
    await expect(rotateSecret(ctx, "personne", 7)).rejects.toThrow();
  });
});

test("a suspended service is no service", async () => {
  await pool.update(oidcClients).set({ disabledAt: new Date() });
  expect(await isGood("secret-of-a-test-client")).toBe(false);
});

test("redirect addresses may be on several hosts: the sector is ours to say", async () => {
  const redirectUris = ["https://a.example/retour", "https://b.example/retour"];
  client = await createClient("piscines", { redirectUris });
  expect(await isGood("secret-of-a-test-client")).toBe("invalid_grant");
});

test("registering the same again changes nothing, whatever the order of its settings", async () => {
  const settings = { redirectUris: [], postLogoutRedirectUris: [], alg: "ES256" } as const;
  const same = { id: "bus", name: "Bus", sector: "bus", secret: null } as const;
  const register = (jwks: { keys: { kty: string; n: string; e: string }[] }) =>
    registerClient(ctx, { ...same, settings: { ...settings, scopes: ["openid"], jwks } });
  const updatedAt = async () =>
    (await pool.select({ at: oidcClients.updatedAt }).from(oidcClients).where(sql`id = 'bus'`))[0];
  await register({ keys: [{ kty: "RSA", n: "n", e: "AQAB" }] });
  const first = await updatedAt();
  await register({ keys: [{ e: "AQAB", kty: "RSA", n: "n" }] });
  expect(await updatedAt()).toEqual(first);
  await register({ keys: [{ kty: "RSA", n: "m", e: "AQAB" }] });
  expect(await updatedAt()).not.toEqual(first);
});
