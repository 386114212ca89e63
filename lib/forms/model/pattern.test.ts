import fc from "fast-check";
import { expect, test } from "vitest";
import { patternOf } from "./pattern";

test.for<[pattern: string, yes: string[], no: string[]]>([
  ["[1-9][0-9]*", ["1", "90210"], ["0", "", "12a"]],
  ["^(0|\\+|00)(\\d{8,})$", ["012345678", "+3312345678"], ["12345678", "0123"]],
  ["^[1-9]$|^[0-1][0-9]$|^20$", ["7", "09", "20"], ["21", "007", ""]],
  ["(\\d+?[,]?\\d?(?:[,]\\d+)?)", ["12", "1,5"], ["a"]],
  ["[A-Z]{2}-?\\d{1,3}", ["AB-1", "AB123"], ["A1", "AB1234"]],
  ["[^\\s]+ .", ["é è"], ["a  b c"]],
  ["a|b|", ["a", "b", ""], ["ab"]],
  ["[-a]+", ["-a-"], ["b"]],
  ["(a*)*", ["", "aaa"], ["b"]],
])("%s", ([pattern, yes, no]) => {
  const matches = patternOf(pattern);
  for (const text of yes) expect(matches?.(text), text).toBe(true);
  for (const text of no) expect(matches?.(text), text).toBe(false);
});

test.for(["(a", "a)", "[a", "*", "a{5,2}", "(?=a)", "(a)\\1", "a{999}", "(a{200}){200}", "\\"])(
  "%s is refused",
  (pattern) => {
    expect(patternOf(pattern)).toBeNull();
  },
);

test("says what the browser's own regular expressions say", () => {
  const part = fc.constantFrom(
    "a",
    "b",
    "[ab]",
    "[^a]",
    "(a|bb)",
    "a*",
    "(ab)+",
    "b?",
    "a{1,2}",
    ".",
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 5 }),
      fc.stringMatching(/^[abc]{0,8}$/),
      (parts, text) => {
        const pattern = parts.join("");
        expect(patternOf(pattern)?.(text)).toBe(new RegExp(`^(?:${pattern})$`, "u").test(text));
      },
    ),
    { numRuns: 1_000 },
  );
});

test("what makes others backtrack for centuries takes no time", () => {
  const start = performance.now();
  for (const pattern of ["(a+)+b", "(a|aa)*b", "(.*)*x", "(a?){50}a{50}c"])
    expect(patternOf(pattern)?.("a".repeat(2_000))).toBe(false);
  expect(performance.now() - start).toBeLessThan(3_000);
});
