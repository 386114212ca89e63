import { describe, expect, test } from "vitest";
import { judged } from "@/components/accounts/password-verdict";
import { strengthOf } from "./strength";

const SAMIRA = ["samira.benali", "Samira", "Benali"];

describe("refused", () => {
  test.each([
    "motdepasse123",
    "azertyuiop123",
    "P@ssw0rd1234",
    "qwerty123456",
    "abcdefghijkl",
    "Marseille2024!",
    "Dimanche2024!",
    "Isabelle1972!",
    "bonjour bonjour",
    "Lyon69003!!!!",
    "Bron2026!!!!",
    "Guichet2026!!",
    "Samira1988Lyon",
    "benali.samira.69",
  ])("%s", (password) => {
    expect(strengthOf(password, SAMIRA)).toBe("refused");
  });
});

test.each(["cormoran vélo tiroir", "tambour lilas fenêtre", "xK9#mP2$vL5n", "chat chien maison"])(
  "« %s » is solid",
  (password) => {
    expect(strengthOf(password, SAMIRA)).toBe("solid");
  },
);

test("one’s own name is weaker for oneself than for others", () => {
  const password = "villemagne ternois";
  expect(strengthOf(password)).toBe("solid");
  expect(strengthOf(password, ["Villemagne", "Ternois"])).toBe("refused");
});

test("a very long one is judged in no time", () => {
  const start = performance.now();
  strengthOf("ab1".repeat(42));
  expect(performance.now() - start).toBeLessThan(1_000);
});

describe("while it is typed", () => {
  test.each([
    ["", null],
    ["corm", { isRefused: false, says: "Encore 8\u00a0caractères." }],
    ["cormoran vé", { isRefused: false, says: "Encore 1\u00a0caractère." }],
    ["cormoran vélo tiroir", { isRefused: false, says: expect.stringContaining("solide") }],
    ["motdepasse123", { isRefused: true, says: expect.stringContaining("Trop connu") }],
  ])("« %s » says %o", (password, said) => {
    expect(judged(password, () => strengthOf(password))).toEqual(said);
  });
});
