import { expect, test } from "vitest";
import { origin } from "./support";

const get = async (address: string) => {
  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^application\/(jwk-set\+)?json/);
  return (await response.json()) as Record<string, unknown>;
};

test("oidcc-discovery-endpoint-verification", async () => {
  const document = await get(`${origin}/.well-known/openid-configuration`);
  expect(document).toMatchObject({
    issuer: origin,
    claims_parameter_supported: true,
    code_challenge_methods_supported: ["S256"],
    grant_types_supported: expect.arrayContaining(["authorization_code"]),
    id_token_signing_alg_values_supported: expect.arrayContaining(["RS256"]),
    request_uri_parameter_supported: false,
    response_types_supported: ["code"],
    scopes_supported: expect.arrayContaining(["openid"]),
    subject_types_supported: ["pairwise"],
    ui_locales_supported: ["fr-FR"],
    userinfo_signing_alg_values_supported: expect.arrayContaining(["RS256"]),
  });
  expect(document.claims_supported).toEqual(expect.arrayContaining(["sub", "name", "email"]));
  for (const scope of document.scopes_supported as string[]) expect(scope).toMatch(/^[!#-[\]-~]+$/);
  const endpoints = Object.entries(document).filter(([name]) => /_(endpoint|uri)$/.test(name));
  expect(endpoints.length).toBeGreaterThanOrEqual(7);
  for (const [, address] of endpoints) expect(new URL(String(address)).origin).toBe(origin);

  const { keys } = (await get(String(document.jwks_uri))) as { keys: Record<string, string>[] };
  expect(keys.some(({ kty }) => kty === "RSA")).toBe(true);
  expect(new Set(keys.map(({ kid }) => kid)).size).toBe(keys.length);
  for (const key of keys) {
    expect(key).toMatchObject({ use: "sig", kid: expect.any(String), alg: expect.any(String) });
    for (const secret of ["d", "p", "q", "dp", "dq", "qi", "k"])
      expect(key).not.toHaveProperty(secret);
  }
});
