import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { agentRoles, agents, events, files, requests, supplements } from "@/db/schema";
import { seedDemo } from "@/db/seed";
import { unfinished } from "@/lib/forms/model";
import { asDay, STATUSES } from "@/lib/requests/model";
import { Clock } from "./clock";
import { REQUESTS } from "./list";
import { fillIn } from "./requests";
import { Telling } from "./tell";

const NOW = new Date("2026-11-22T10:00:00Z");

test("each form of the demo was filled in without a mistake", () => {
  REQUESTS.forEach((seed, rank) => {
    const { sentAt } = new Clock(NOW, seed.ago, rank);
    const { definition, typed } = fillIn(seed, rank, sentAt);
    expect
      .soft(unfinished(definition, typed, asDay(sentAt)), `${seed.procedure} ${rank}`)
      .toEqual([]);
  });
});

test("nothing of the demo happens in the future, nor before it was sent", () => {
  for (const [rank, seed] of REQUESTS.entries()) {
    const { events: told } = new Telling(seed, rank, NOW);
    const times = told.map(({ at }) => at?.getTime() ?? 0);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThan(NOW.getTime());
  }
});

test("the same day gives the same demo", () => {
  const tell = () => REQUESTS.map((seed, rank) => new Telling(seed, rank, NOW).request);
  expect(tell()).toEqual(tell());
});

test("the demo has requests in every state, each with its history and its documents", async () => {
  await seedDemo();
  const rows = await pool.select().from(requests);
  expect(rows.length).toBeGreaterThanOrEqual(60);
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(STATUSES));
  expect(new Set(rows.map(({ organisationId }) => organisationId)).size).toBeGreaterThanOrEqual(4);
  for (const row of rows) {
    expect((row.status === "draft") === (row.submittedAt === null)).toBe(true);
    expect((row.residentId === null) === (row.trackingHash !== null)).toBe(true);
  }
  const waiting = rows.filter(({ status }) => status === "awaiting_resident").map(({ id }) => id);
  const open = (await pool.select().from(supplements)).filter((s) => s.answeredAt === null);
  expect(open.map(({ requestId }) => requestId).sort()).toEqual(waiting.sort());
  expect(await pool.$count(events)).toBeGreaterThan(rows.length * 2);
  expect(await pool.$count(files)).toBeGreaterThan(50);
});

test("agents and roles are there before anybody signs in", async () => {
  await seedDemo();
  expect(await pool.$count(agents)).toBe(10);
  const roles = await pool.select().from(agentRoles);
  expect(roles.filter(({ role }) => role === "agent").every((r) => r.unitIds.length > 0)).toBe(
    true,
  );
});
