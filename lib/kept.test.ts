import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { forgetKept, kept } from "./kept";

test("one read answers all who ask meanwhile; a failed one is not kept", async () => {
  let reads = 0;
  const read = async () => {
    await sleep(5);
    return ++reads;
  };
  expect(await Promise.all([kept("count", [1], read), kept("count", [1], read)])).toEqual([1, 1]);
  expect(await kept("count", [2], read)).toBe(2);
  const fail = () => kept("fails", [], () => Promise.reject(new Error("no")));
  await expect(fail()).rejects.toThrow("no");
  expect(await kept("fails", [], async () => "yes")).toBe("yes");
});

test("forgotten while it is being read, it still answers, and is read again by the next", async () => {
  const slow = kept("slow", [], () => sleep(20, "before"));
  await sleep(5);
  forgetKept();
  expect(await slow).toBe("before");
  expect(await kept("slow", [], async () => "after")).toBe("after");
});
