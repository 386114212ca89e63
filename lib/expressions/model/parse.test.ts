import fc from "fast-check";
import { expect, test } from "vitest";
import { anyExpression } from "@/db/test/random-expressions";
import { type Expression, expression, LIMITS } from "../schemas";
import { parseExpression } from "./parse";
import { printExpression } from "./print";

const printed = (source: string) => {
  const parsed = parseExpression(source);
  return parsed.ok ? printExpression(parsed.tree) : parsed.message;
};

test.each([
  ['commune == "Bron"', 'commune == "Bron"'],
  ["commune == 'Bron'", 'commune == "Bron"'],
  ["a and b or not c", "a and b or not c"],
  ["a and (b or c)", "a and (b or c)"],
  ["not (a and b)", "not (a and b)"],
  ["not not a", "not not a"],
  ["a is not None", "a != None"],
  ["a is null", "a == None"],
  ['"x" not in choix|lower', '"x" not in choix|lower'],
  ["x in ['a', \"b\"]", 'x in ["a", "b"]'],
  ["a|add:b|multiply:2 > 0", "a|add:b|multiply:2 > 0"],
  ["a|default:(b + 1)", "a|default:(b + 1)"],
  ["1 - (2 - 3)", "1 - (2 - 3)"],
  ["1 - 2 - -3", "1 - 2 - -3"],
  ["1-2", "1 - 2"],
  ["date-rdv|length", "date-rdv|length"],
  ["a.0.nom", "a.0.nom"],
  ["x|add:-1", "x|add:-1"],
  ["a if b else c if d else e", "a if b else c if d else e"],
  ["\u00a0a\u00a0in\u00a0b ", "a in b"],
  ['"\\"oui\\""', '"\\"oui\\""'],
  ["false", "False"],
])("%s is read, and written %s", (source, expected) => {
  expect(printed(source)).toBe(expected);
});

test.each([
  ["", 1, "à la place de la fin"],
  ["a ==", 5, "une valeur est attendue"],
  ["a = 1", 3, "écrivez «\u00a0==\u00a0»"],
  ["a == “b”", 6, "guillemets droits"],
  ['a == "b', 6, "guillemet fermant"],
  ["(a", 3, "«\u00a0)\u00a0» est attendu"],
  ["a b", 3, "«\u00a0b\u00a0» n’est pas attendu ici"],
  ["a|", 3, "nom d’un filtre"],
  ["a|2", 3, "nom d’un filtre"],
  ["a not b", 7, "«\u00a0in\u00a0» est attendu"],
  ["a if b", 7, "«\u00a0else\u00a0» est attendu"],
  ["x.__class__", 2, "«\u00a0.\u00a0» n’est pas attendu"],
  ["_x", 1, "ne commence pas par"],
  ["12abc", 1, "n’est pas attendu"],
  ["a; b", 2, "n’est pas attendu"],
  ["a.__proto__.b", 2, "n’est pas attendu"],
])("%s is wrong at character %i: %s", (source, at, why) => {
  const parsed = parseExpression(source);
  expect(parsed).toMatchObject({ ok: false, at: at - 1 });
  expect(!parsed.ok && parsed.message).toContain(why);
  expect(!parsed.ok && parsed.message).toMatch(`Caractère ${at}\u00a0: `);
});

test.each([
  ["parentheses", "(".repeat(5_000)],
  ["lists", "[".repeat(5_000)],
  ["nots", "not ".repeat(2_400)],
  ["filters", `a${"|b".repeat(4_000)}`],
  ["sums", `1${"+1".repeat(4_900)}`],
  ["length", `"${"x".repeat(LIMITS.source)}"`],
  ["quotes", '"\\'.repeat(4_000)],
])("too many %s are refused, at once", (_, source) => {
  const start = performance.now();
  expect(parseExpression(source).ok).toBe(false);
  expect(performance.now() - start).toBeLessThan(500);
});

test("a tree that is written reads back as the same tree", () => {
  fc.assert(
    fc.property(anyExpression, (tree) => {
      fc.pre(expression.safeParse(tree).success);
      const source = printExpression(tree);
      fc.pre(source.length <= LIMITS.source);
      expect(parseExpression(source)).toEqual({ ok: true, tree });
    }),
    { numRuns: 150 },
  );
});

test("nothing that is typed makes the parser throw", () => {
  const bits =
    "a b.c 1 -2 \"x\" 'y' ( ) [ ] , | : == != < and or not in is if else None \\ _ é \u0000 \ud83c 🏠".split(
      " ",
    );
  const source = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...bits)).map((all) => all.join(" ")),
  );
  fc.assert(
    fc.property(source, (text) => {
      const parsed = parseExpression(text);
      if (parsed.ok) expect(expression.safeParse(parsed.tree).success).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ["an unknown node", { op: "call", name: "eval" }],
  ["one more property", { op: "ref", path: "a", extra: 1 }],
  ["a private path", { op: "ref", path: "a.__class__" }],
  ["a word as a path", { op: "ref", path: "and" }],
  ["an endless number", { op: "value", value: 1e300 }],
  ["a group of one", { op: "and", of: [{ op: "ref", path: "a" }] }],
  ["nothing", null],
])("%s is no expression", (_, tree) => {
  expect(expression.safeParse(tree).success).toBe(false);
});

test("a tree deeper than the limit is refused, one as deep is not", () => {
  const deep = (levels: number) => {
    let tree: Expression = { op: "ref", path: "a" };
    for (let i = 1; i < levels; i += 1) tree = { op: "not", of: tree };
    return tree;
  };
  expect(expression.safeParse(deep(LIMITS.depth)).success).toBe(true);
  expect(expression.safeParse(deep(2 * LIMITS.depth + 2)).success).toBe(false);
});

test("a tree that would exhaust the stack is refused, not followed", () => {
  let tree: unknown = { op: "ref", path: "a" };
  for (let i = 0; i < 100_000; i += 1) tree = { op: "not", of: tree };
  expect(expression.safeParse(tree).success).toBe(false);
});
