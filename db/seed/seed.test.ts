import { count, eq, isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import {
  communes,
  formVersions,
  organisations,
  procedureProviders,
  procedures,
  units,
} from "@/db/schema";
import { formDefinition } from "@/lib/forms/schemas";
import { seedDemo } from ".";

test("the demo fills an empty database once", async () => {
  expect(await seedDemo()).toBe(true);
  expect(await seedDemo()).toBe(false);
  expect(await pool.$count(communes)).toBe(67);
  expect(await pool.$count(communes, isNotNull(communes.parentInsee))).toBe(9);
  expect(await pool.$count(organisations)).toBe(59);
  expect(await pool.$count(organisations, eq(organisations.offer, "full"))).toBe(5);
});

test("every commune is an organisation that can be called and written to", async () => {
  await seedDemo();
  const rows = await pool.select().from(organisations);
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
});

test("every procedure says who provides it, and each published form is sound", async () => {
  await seedDemo();
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
});
