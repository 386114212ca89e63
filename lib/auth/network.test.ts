import { expect, test } from "vitest";
import { networkOf } from "./network";

test.for([
  ["192.0.2.1", "192.0.2.1"],
  ["203.0.113.9, 192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["192.0.2.1:51234", "192.0.2.1"],
  ["[2001:db8:1:2:3:4:5:6]:51234", "2001:db8:1:2"],
  ["[2001:db8::1]", "2001:db8:0:0"],
  [null, "unknown"],
] as const)("%s counts as %s", ([forwarded, network]) => {
  expect(networkOf(forwarded)).toBe(network);
});
