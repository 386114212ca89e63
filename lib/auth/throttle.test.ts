import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { throttles } from "@/db/schema";
import { only } from "@/db/test/factories";
import { forgetAttempts, giveBackAttempt, type ThrottleRule, takeAttempt } from "./throttle";

const RULE = { kind: "test", free: 3, seconds: 2, most: 60 };

/** As if so many seconds had gone by. */
const wait = (seconds: number) =>
  pool.update(throttles).set({
    seenAt: sql`seen_at - ${seconds} * interval '1 second'`,
    blockedUntil: sql`blocked_until - ${seconds} * interval '1 second'`,
  });

const take = (value = "x") => takeAttempt(RULE, value);

test("the first ones are free, then the wait doubles, up to the longest", async () => {
  const waits: number[] = [];
  for (let attempt = 0; attempt < 17; attempt++) {
    const seconds = await take();
    waits.push(seconds);
    if (seconds > 0) await wait(seconds);
  }
  const refused = waits.filter((seconds) => seconds > 0);
  expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
  expect(refused).toEqual([2, 4, 8, 16, 32, 60, 60]);
});

test("an attack of days is forgotten in hours, as a short one is", async () => {
  for (let attempt = 0; attempt < 60; attempt++) {
    const seconds = await take();
    if (seconds > 0) await wait(seconds);
  }
  await wait(3 * 3600);
  for (let attempt = 0; attempt < RULE.free; attempt++) expect(await take()).toBe(0);
});

test("hammering does not prolong the wait, and counts for nothing", async () => {
  for (let attempt = 0; attempt < 3; attempt++) await take();
  const before = only(await pool.select().from(throttles));
  for (let attempt = 0; attempt < 20; attempt++) expect(await take()).toBeGreaterThan(0);
  expect(only(await pool.select().from(throttles))).toEqual(before);
});

test("one who is blocked blocks nobody else, nor another rule", async () => {
  for (let attempt = 0; attempt < 4; attempt++) await take();
  expect(await take()).toBeGreaterThan(0);
  expect(await take("y")).toBe(0);
  expect(await takeAttempt({ ...RULE, kind: "other" }, "x")).toBe(0);
});

test("sent together, no more than the free ones go on", async () => {
  const waits = await Promise.all(Array.from({ length: 20 }, () => take()));
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(RULE.free);
});

test("a good attempt is given back; somebody known starts anew", async () => {
  for (let attempt = 0; attempt < 30; attempt++) {
    expect(await take()).toBe(0);
    await giveBackAttempt(RULE, "x");
  }
  for (let attempt = 0; attempt < 4; attempt++) await take();
  await forgetAttempts(RULE, "x");
  expect(await take()).toBe(0);
});

test("nobody can be read in what is kept", async () => {
  await take("samira@exemple.fr");
  expect(JSON.stringify(await pool.select().from(throttles))).not.toContain("samira");
});

const rule = fc.record({
  free: fc.integer({ min: 1, max: 60 }),
  seconds: fc.integer({ min: 1, max: 60 }),
  more: fc.integer({ min: 0, max: 1800 }),
});
const gaps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4000 })), {
  maxLength: 5,
});

test("nobody is locked out for ever: the longest wait later, one may try again", async () => {
  const check = async (
    { free, seconds, more }: { free: number; seconds: number; more: number },
    between: number[],
  ) => {
    const any: ThrottleRule = { kind: randomUUID(), free, seconds, most: seconds + more };
    for (const gap of between) {
      for (let attempt = 0; attempt < 3; attempt++) {
        const told = await takeAttempt(any, "x");
        expect(told).toBeLessThanOrEqual(any.most);
      }
      await wait(gap);
    }
    await wait(any.most);
    expect(await takeAttempt(any, "x")).toBe(0);
    // A day later, all is forgotten.
    await wait(86_400 * 2);
    for (let attempt = 0; attempt < free; attempt++) expect(await takeAttempt(any, "x")).toBe(0);
    await pool.delete(throttles);
  };
  await fc.assert(fc.asyncProperty(rule, gaps, check), { numRuns: 6 });
});

test("many at once are let through, as long as they are free", async () => {
  const busy = { ...RULE, free: 50 };
  const waits = await Promise.all(Array.from({ length: 30 }, () => takeAttempt(busy, "town hall")));
  expect(waits).toEqual(Array(30).fill(0));
});

test("an attempt does not wait for another one that began later and ended first", async () => {
  expect(await take()).toBe(0);
  const first = Promise.withResolvers<number>();
  await pool.transaction(async (later) => {
    await later.update(throttles).set({ seenAt: sql`now()` });
    take().then(first.resolve, first.reject);
    await sleep(50);
    await later.update(throttles).set({ blockedUntil: sql`clock_timestamp()` });
  });
  expect(await first.promise).toBe(0);
});
