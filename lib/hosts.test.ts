import { expect, test } from "vitest";
import { existsOn } from "./hosts";

test.for([
  ["portal", "/", true],
  ["portal", "/mes-demandes/BRON-2026-4K7P2M", true],
  ["portal", "/connexion", false],
  ["portal", "/compte/mot-de-passe", false],
  ["portal", "/oidc/token", false],
  ["portal", "/comptes", true],
  ["connect", "/", false],
  ["connect", "/agents/demandes", false],
  ["connect", "/connexion", true],
  ["connect", "/interaction/abc/login", true],
  ["connect", "/.well-known/openid-configuration", true],
  ["connect", "/mentions-legales", true],
  ["portal", "/mentions-legales", true],
  ["connect", "/favicon.ico", true],
  ["portal", "/%63ompte", false],
  ["portal", "/compte%2Fidentite", false],
  ["connect", "/%61gents/demandes", false],
  ["portal", "/demarches/100%", true],
] as const)("on %s, %s exists: %s", ([host, path, expected]) => {
  expect(existsOn(host, path)).toBe(expected);
});
