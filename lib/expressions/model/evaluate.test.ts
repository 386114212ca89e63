import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyExpression } from "@/db/test/random-expressions";
import { compute, round } from "./decimal";
import { evaluate, findIn, isTrue, type Scope } from "./evaluate";
import { parseExpression } from "./parse";

const answers = {
  commune: "Bron",
  nombre: 3,
  texte: "3",
  vide: "",
  coche: true,
  jour: "2027-03-01",
  moment: "2027-03-01T14:05",
  jours: ["lundi", "mardi"],
  enfants: [{ prenom: "Léo" }, { prenom: "Zoé" }],
  adresse: { street: "1 rue X", postalCode: "69500" },
  prix: 0,
};

const scope: Scope = {
  find: findIn(answers),
  today: "2027-03-02",
  now: "2027-03-02T09:30",
  filters: { twice: (of) => [of, of], grow: (of) => `${of}${of}` },
};

const valueIn = (source: string, within = scope) => {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(parsed.message);
  return evaluate(parsed.tree, within);
};

test.each([
  ['commune == "Bron"', true],
  ['commune != "Lyon"', true],
  ["nombre == texte", true],
  ['texte == "03"', false],
  ['prix == "0.00"', true],
  ['prix == "0,00"', true],
  ['coche == "True"', true],
  ['coche == "oui"', true],
  ['coche == "False"', false],
  ["coche == 1", true],
  ["inconnu == None", true],
  ["vide == None", false],
  ["not vide", true],
  ['"lundi" in jours', true],
  ['"jeudi" not in jours', true],
  ['"ro" in commune', true],
  ['"x" in inconnu', false],
  ['"x" not in inconnu', true],
  ['commune in ["Lyon", "Bron"]', true],
  ["nombre < 10", true],
  ["texte < 10", true],
  ['"9" < "10"', true],
  ['"b" > "a"', true],
  ["inconnu < 10", false],
  ["inconnu >= 10", false],
  ["jour < today", true],
  ["jour == moment", true],
  ["moment <= jour", true],
  ["now > moment", true],
  ['jour > "2027-02-28"', true],
  ["adresse.postalCode", "69500"],
  ["enfants.1.prenom", "Zoé"],
  ["enfants.2.prenom", null],
  ["enfants.length", null],
  ["nombre + 2 * 3", 9],
  ["0.1 + 0.2", 0.3],
  ["1.1 * 3", 3.3],
  ["10 / 4", 2.5],
  ["10 / 0", null],
  ["-7 % 3", 2],
  ["1 + inconnu", null],
  ['"a" + "b"', "ab"],
  ['"oui" if nombre > 2 else "non"', "oui"],
  ["commune|twice", ["Bron", "Bron"]],
  ["commune|nowhere", null],
  ["vide or commune", true],
  ["[1, 2] == [1, 2]", true],
])("%s is %j", (source, expected) => {
  expect(valueIn(source)).toEqual(expected);
});

describe("nothing but the scope is reached", () => {
  test.each([
    "constructor",
    "toString",
    "adresse.constructor",
    "adresse.constructor.constructor",
    "adresse.hasOwnProperty",
    "commune.length",
    "jours.map",
    "jours.constructor",
    "settings.SECRET_KEY",
    "process.env",
    "globalThis",
    "commune|constructor",
    "commune|toString",
    "commune|hasOwnProperty",
    "fonction",
    "fonction.name",
    "instant",
    "enfants.-1",
  ])("%s is nothing", (source) => {
    const find = findIn({ ...answers, fonction: () => 1, instant: new Date() });
    const parsed = parseExpression(source);
    expect(parsed.ok ? evaluate(parsed.tree, { ...scope, find }) : null).toBe(null);
  });

  test("a record that JSON made with __proto__ gives nothing of it", () => {
    const find = findIn(JSON.parse('{"a":{"__proto__":{"secret":1}},"__proto__":{"b":2}}'));
    expect(valueIn("a.secret", { ...scope, find })).toBe(null);
    expect(valueIn("b", { ...scope, find })).toBe(null);
  });

  test("past the limits, nothing", () => {
    expect(valueIn(`commune${"|grow".repeat(40)}`)).toBe(null);
    expect(valueIn(`commune${"|twice".repeat(90)}`)).not.toBe(undefined);
  });
});

test("whatever the expression, it has a value, the same twice, and a contrary", () => {
  fc.assert(
    fc.property(anyExpression, (tree) => {
      const value = evaluate(tree, scope);
      expect(evaluate(structuredClone(tree), scope)).toEqual(value);
      expect(isTrue({ op: "not", of: tree }, scope)).toBe(!isTrue(tree, scope));
    }),
    { numRuns: 300 },
  );
});

test("amounts add up exactly, in any order", () => {
  const cents = fc.integer({ min: -10_000_000, max: 10_000_000 });
  fc.assert(
    fc.property(cents, cents, cents, (a, b, c) => {
      const sum = (x: number | null, y: number | null) =>
        compute("+", x ?? Number.NaN, y ?? Number.NaN);
      expect(sum(a / 100, b / 100)).toBe((a + b) / 100);
      expect(sum(sum(a / 100, b / 100), c / 100)).toBe(sum(a / 100, sum(b / 100, c / 100)));
      expect(compute("*", a / 100, 3)).toBe((a * 3) / 100);
      expect(compute("-", a / 100, b / 100)).toBe((a - b) / 100 + 0);
    }),
  );
});

test.each([
  [1.005, 2, 1.01],
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [1e-7, 2, 0],
  [12.3456, 3, 12.346],
  [5, 2, 5],
])("%d to %i decimals is %d", (value, places, expected) => {
  expect(round(value, places)).toBe(expected);
});

test.each([
  ["+", 1e300, 1],
  ["*", 1e14, 100],
  ["/", 1, 0],
  ["%", 1, 0],
] as const)("nothing comes of %s on %d and %d", (op, a, b) => {
  expect(compute(op, a, b)).toBe(null);
});
