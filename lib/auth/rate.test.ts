import { expect, test } from "vitest";
import { rateLimiter } from "./rate";

test("so many calls in a window, by key, then again in the next", () => {
  let now = 0;
  const isWithin = rateLimiter({ max: 2, seconds: 60 }, () => now);
  expect([isWithin("a"), isWithin("a"), isWithin("a"), isWithin("b")]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  now = 60_001;
  expect(isWithin("a")).toBe(true);
});
