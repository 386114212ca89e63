import { expect, test } from "vitest";
import { template } from "./schemas";

const x = { op: "ref", path: "x" };

test.each([
  ["text", ["Bonjour"], true],
  ["an output", [{ tag: "output", of: x }], true],
  ["a loop", [{ tag: "for", names: ["a"], of: x, body: [{ tag: "output", of: x }] }], true],
  ["a condition", [{ tag: "if", branches: [{ test: x, body: ["a"] }], otherwise: [] }], true],
  ["a tag of elsewhere", [{ tag: "unknown", name: "qrcode", rest: "" }], true],
  ["a tag that nobody knows", [{ tag: "include", name: "x" }], false],
  ["a private name", [{ tag: "for", names: ["__proto__"], of: x, body: [] }], false],
  ["half a character", ["\ud800"], false],
  ["NUL", ["\0"], false],
])("%s in a template: %j is %s", (_, tree, isGood) => {
  expect(template.safeParse(tree).success).toBe(isGood);
});

test("a template that would exhaust the stack is refused, not followed", () => {
  let tree: unknown = ["a"];
  for (let i = 0; i < 50_000; i += 1)
    tree = [{ tag: "with", names: [{ name: "a", of: x }], body: tree }];
  expect(template.safeParse(tree).success).toBe(false);
});
