import { count, eq, isNotNull, ne } from "drizzle-orm";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import {
  agentRoles,
  communes,
  events,
  files,
  formVersions,
  organisations,
  procedureProviders,
  procedures,
  requests,
  supplements,
  units,
} from "@/db/schema";
import { formDefinition } from "@/lib/forms/schemas";
import { STATUSES } from "@/lib/requests/model";
import { seedDemo } from ".";

/** Hashes a password and writes some eighty documents. */
const SLOW_MS = 60_000;

async function expectTerritory() {
  expect(await pool.$count(communes)).toBe(67);
  expect(await pool.$count(communes, isNotNull(communes.parentInsee))).toBe(9);
  expect(await pool.$count(organisations)).toBe(60);
  expect(await pool.$count(organisations, eq(organisations.offer, "full"))).toBe(5);
}

/** Every commune can be called and written to. */
async function expectTownHalls() {
  const rows = await pool.select().from(organisations).where(ne(organisations.kind, "partner"));
  for (const { phone, address, code, siren } of rows) {
    expect(phone).toMatch(/^04 65 71 \d\d \d\d$/);
    expect(address.split("\n").length).toBeGreaterThan(1);
    expect(code).toMatch(/^[A-Z]{4,}$/);
    expect(siren).toMatch(/^\d{9}$/);
  }
  const [bron] = await pool
    .select({ units: count(units.id) })
    .from(units)
    .innerJoin(organisations, eq(organisations.id, units.organisationId))
    .where(eq(organisations.slug, "bron"));
  expect(bron?.units).toBe(5);
}

/** Every procedure says who provides it, and each published form is sound. */
async function expectCatalogue() {
  const rows = await pool.select().from(procedureProviders);
  for (const row of rows) {
    const isHere = row.mode === "here";
    expect(isHere).toBe(row.formVersionId !== null && row.workflowVersionId !== null);
    expect(isHere).toBe(row.unitId !== null && row.linkUrl === null);
  }
  expect(await pool.$count(procedures)).toBe(10);
  expect(rows.filter(({ mode }) => mode === "link")).toHaveLength(4);
  const forms = await pool.select().from(formVersions);
  for (const { definition } of forms) expect(() => formDefinition.parse(definition)).not.toThrow();
}

/** Requests in every state, each with its history and its documents. */
async function expectRequests() {
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
}

test(
  "the demo fills an empty database once, and it holds together",
  async () => {
    expect(await seedDemo()).toBe(true);
    expect(await seedDemo()).toBe(false);
    await expectTerritory();
    await expectTownHalls();
    await expectCatalogue();
    await expectRequests();
    const roles = await pool.select().from(agentRoles);
    const agents = roles.filter(({ role }) => role === "agent");
    expect(agents.every(({ unitIds }) => unitIds.length > 0)).toBe(true);
  },
  SLOW_MS,
);
