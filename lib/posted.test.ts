import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { postedForms } from "@/db/schema";
import { purgeExpiredJob } from "@/lib/auth/jobs";
import { keptAt, orStored, takePosted } from "./posted";
import { NOTHING_POSTED } from "./result";

const jar = { visitor: "v1" };

// The request is outside: Next gives it, a browser sent it.
vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => ({ value: jar.visitor }) }) }));

const posted = {
  values: {
    familyName: "Fontaine",
    "adresse.postalCode": "69500",
    password: "secret",
    current: "old secret",
    code: "123456",
    csrf: "x",
  },
  errors: { familyName: "B", email: "A" },
};

const keep = async () => (await keptAt("/page", posted)).slice("/page?retour=".length);

test("a refused form comes back as it was typed, without its secrets, its errors in order", async () => {
  const retour = await keep();
  const shown = await takePosted({ retour });
  expect(shown.values).toEqual({ familyName: "Fontaine", "adresse.postalCode": "69500" });
  expect(Object.keys(shown.errors)).toEqual(["familyName", "email"]);
});

test("comes back to nobody else, and not from an invented address", async () => {
  const retour = await keep();
  jar.visitor = "v2";
  expect(await takePosted({ retour })).toBe(NOTHING_POSTED);
  for (const invented of ["x' or 1=1", "-".repeat(36), `${retour} `, retour.toUpperCase()])
    expect(await takePosted({ retour: invented })).toBe(NOTHING_POSTED);
});

test("is gone once it can no longer be shown", async () => {
  const [old] = [await keep(), await keep()];
  await pool
    .update(postedForms)
    .set({ expiresAt: new Date(Date.now() - 1) })
    .where(eq(postedForms.id, old));
  expect(await takePosted({ retour: old })).toBe(NOTHING_POSTED);
  await purgeExpiredJob.run(null);
  expect(await pool.$count(postedForms)).toBe(1);
});

test("what is stored fills a form that nobody posted", () => {
  expect(orStored(NOTHING_POSTED, { phone: "06" }).values).toEqual({ phone: "06" });
  expect(orStored(posted, { phone: "06" })).toBe(posted);
});
