import { readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { formVersions } from "@/db/schema";
import { createOrganisation, only } from "@/db/test/factories";
import { when } from "@/lib/expressions/model/parse";
import { type FormDefinition, formDefinition } from "./schemas";

const MIGRATION = "db/migrations/0041_conditions_as_expressions.sql";

const choice = (id: string, type: "choice" | "choices") => ({
  id,
  type,
  label: id,
  options: ["a", "b"].map((value) => ({ value, label: value })),
});
const first = [
  choice("un", "choice"),
  choice("des", "choices"),
  { id: "n", type: "number", label: "N" },
  { id: "jour", type: "date", label: "Jour" },
  { id: "oui", type: "yes-no", label: "Oui" },
];

test("a published form says the same before and after its conditions are written as expressions", async () => {
  const old = [
    { op: "equals", field: "un", value: "a" },
    { op: "equals", field: "des", value: "b" },
    { op: "equals", field: "oui", value: false },
    { op: "oneOf", field: "un", values: ["b", "a"] },
    { op: "oneOf", field: "un", values: ["b"] },
    { op: "oneOf", field: "des", values: ["a", "b"] },
    { op: "answered", field: "jour" },
    { op: "greater", field: "n", value: 1.5 },
    { op: "less", field: "jour", value: "2027-06-01" },
    { op: "not", condition: { op: "all", conditions: [{ op: "answered", field: "n" }] } },
    {
      op: "any",
      conditions: [
        { op: "equals", field: "un", value: "a" },
        {
          op: "all",
          conditions: [
            { op: "answered", field: "n" },
            { op: "answered", field: "oui" },
          ],
        },
      ],
    },
  ];
  const wanted = [
    'un == "a"',
    '"b" in des',
    "oui == False",
    'un in ["b", "a"]',
    'un == "b"',
    '"a" in des or "b" in des',
    "jour != None",
    "n > 1.5",
    'jour < "2027-06-01"',
    "not n != None",
    'un == "a" or n != None and oui != None',
  ].map(when);
  const fields = old.map((visibleIf, i) => ({ id: `f-${i}`, type: "text", label: "F", visibleIf }));
  const definition = {
    steps: [
      { id: "s", title: "S", fields: first },
      { id: "t", title: "T", visibleIf: old[0], fields },
    ],
  } as unknown as FormDefinition;
  const { id: organisationId } = await createOrganisation();
  const { id } = only(
    await pool
      .insert(formVersions)
      .values({ organisationId, slug: "f", version: 1, title: "F", definition })
      .returning({ id: formVersions.id }),
  );

  const read = async () =>
    only(await pool.select().from(formVersions).where(eq(formVersions.id, id))).definition;
  const migrate = async () => {
    for (const statement of readFileSync(MIGRATION, "utf8").split("--> statement-breakpoint"))
      await pool.execute(sql.raw(statement));
  };
  await migrate();
  const once = await read();
  const [, second] = formDefinition.parse(once).steps;
  expect(second?.visibleIf).toEqual(wanted[0]);
  expect(second?.fields.map(({ visibleIf }) => visibleIf)).toEqual(wanted);

  await migrate();
  expect(await read()).toEqual(once);
  await expect(pool.update(formVersions).set({ title: "G" })).rejects.toThrow();
});
