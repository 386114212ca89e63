import { describe, expect, test } from "vitest";
import { continuation, isWeakPassword, normaliseEmail, normalisePhone, signInPath } from "./model";

describe("a password", () => {
  test.each([
    ["aaaaaaaaaaaa"],
    ["abababababab"],
    ["123456789012"],
    ["109876543210"],
    ["azertyuiopqs"],
    ["motdepasse123"],
    ["MotDePasse2026!"],
    ["M0td3p4ss3!!"],
    ["soleilsoleil"],
    ["2026Bienvenue2026"],
    ["OlympiqueLyonnais69"],
    ["Samira-Benali-1988"],
    ["samira.benali"],
  ])("%s is weak", (password) => {
    expect(isWeakPassword(password, ["samira.benali", "Samira", "Benali"])).toBe(true);
  });

  test.each([
    ["trois chevaux élégants dansent"],
    ["Toodego-demo-69!"],
    ["cormoran vélo tiroir"],
    ["xk39-pq21-zz84"],
    ["le soleil mange la lune"],
  ])("%s is not", (password) => {
    expect(isWeakPassword(password, ["samira.benali", "Samira", "Benali"])).toBe(false);
  });
});

test.each([
  ["06 39 98 12 34", "+33639981234"],
  ["06.39.98.12.34", "+33639981234"],
  ["+33 (0)6 39 98 12 34", "+33639981234"],
  ["0033639981234", "+33639981234"],
  ["+32 470 12 34 56", "+32470123456"],
  ["06 39 98", null],
  ["+33 6", null],
  ["abc", null],
])("the phone %s is kept as %s", (typed, kept) => {
  expect(normalisePhone(typed)).toBe(kept);
});

test.each([
  ["/interaction/aZ09_-x", "/interaction/aZ09_-x"],
  ["/compte/mot-de-passe", "/compte/mot-de-passe"],
  ["/compte", "/compte"],
  ["https://exemple.fr", "/compte"],
  ["//exemple.fr/compte", "/compte"],
  ["/interaction/../compte", "/compte"],
  [
    "/compte/telephone?retour=00000000-0000-4000-8000-000000000000",
    "/compte/telephone?retour=00000000-0000-4000-8000-000000000000",
  ],
  ["/compte/telephone?retour=https://ailleurs.example", "/compte"],
  ["/compte?x=1", "/compte"],
  [undefined, "/compte"],
  [["/compte/identite"], "/compte"],
])("after signing in, %s leads to %s", (asked, path) => {
  expect(continuation(asked)).toBe(path);
});

test("an address is one whatever its case and spaces", () => {
  expect(normaliseEmail(" Samira.Benali@Exemple.FR ")).toBe("samira.benali@exemple.fr");
});

test("a sign-in under way goes on in its own page", () => {
  expect(signInPath("/interaction/abc")).toBe("/interaction/abc");
  expect(signInPath("/compte/adresse")).toBe("/connexion?suite=%2Fcompte%2Fadresse");
});
