import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { residents } from "@/db/schema";
import { describeError } from "./log";

const person = {
  sub: "subject-1",
  email: "samira@exemple.fr",
  givenName: "Samira",
  familyName: "Benali\n    de la Pagère",
};

test("a failed query is told without the values it carried", async () => {
  await pool.insert(residents).values(person);
  const refused = await pool
    .insert(residents)
    .values(person)
    .catch((error: unknown) => error);
  const told = JSON.stringify(describeError(refused));
  expect(told).toContain("insert into");
  expect(told).toContain("residents_sub_unique");
  expect(told).toContain("log.test.ts");
  for (const value of [person.sub, person.email, "Samira", "Benali"])
    expect(told).not.toContain(value);
});

test("the cause and its code stay", async () => {
  const refused = await pool.execute(sql`select * from nowhere`).catch((error: unknown) => error);
  expect(describeError(refused).cause).toMatchObject({ code: "42P01" });
});
