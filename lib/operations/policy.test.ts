import { expect, test } from "vitest";
import { canReadMetrics } from "./policy";

const TOKEN = "a-token-of-some-length";

test.each([
  ["the token", `Bearer ${TOKEN}`, TOKEN, true],
  ["another token", "Bearer another", TOKEN, false],
  ["the token with something after it", `Bearer ${TOKEN}x`, TOKEN, false],
  ["no header", null, TOKEN, false],
  ["no token configured, none given", null, undefined, false],
  ["no token configured, an empty one given", "Bearer ", undefined, false],
  ["no token configured, « undefined » given", "Bearer undefined", undefined, false],
])("%s", (_, authorization, token, allowed) => {
  expect(canReadMetrics(authorization, token)).toBe(allowed);
});
