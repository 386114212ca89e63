import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { seedOrganisations } from "@/db/seed/organisations";
import { seedProcedures } from "@/db/seed/procedures";
import { seedTerritory } from "@/db/seed/territory";
import {
  account,
  createAgent,
  createOrganisation,
  createRequest,
  createUnit,
  resident,
} from "@/db/test/factories";
import { nobody } from "@/lib/auth/actor";
import { listQueue } from "@/lib/casework/queries/list-queue";
import { readQueueFilters } from "@/lib/casework/schemas";
import { listAccesses } from "@/lib/consents/queries";
import { accessesInput } from "@/lib/consents/schemas";
import { searchProcedures } from "@/lib/procedures/queries/search-procedures";
import { listMine, readClosedCursor } from "@/lib/requests/queries/list-mine";
import { resolvePlace } from "@/lib/territory/queries/resolve-place";
import { searchStreets } from "@/lib/territory/queries/streets";

const SIGNS = [
  "'",
  '"',
  "\\",
  "%",
  "_",
  ":*",
  "&",
  "|",
  "!",
  "(",
  ")",
  "<->",
  ";--",
  "$1",
  "{}",
  "*",
];
const WORDS = [
  "bron",
  "école",
  "69500",
  "rue de la",
  "st",
  "déménager",
  "BRON-2026",
  "06 39",
  "12 bis",
];

/** What a search box may be given: words, signs that mean something to PostgreSQL, anything. NUL stops earlier. */
const typed = fc
  .array(
    fc.oneof(fc.constantFrom(...SIGNS, ...WORDS), fc.string({ unit: "binary", maxLength: 8 })),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(" ").toWellFormed().replaceAll("\0", "").slice(0, 200));

const INSTANTS = ["2027-03-01T10:00:00.000Z", "2027-02-30T10:00:00.000Z", "0000-00-00", "-", ""];
const IDS = [randomUUID(), "-".repeat(36), "f".repeat(36), "x", ""];

/** The address of a page, its cursor cut, mended or made up. */
const cursor = fc.oneof(
  typed,
  fc
    .tuple(fc.constantFrom(...INSTANTS, "1799999999999"), fc.constantFrom(...IDS))
    .map((p) => p.join("_")),
);

const answers = <T>(arbitrary: fc.Arbitrary<T>, ask: (value: T) => Promise<unknown>) =>
  fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      await ask(value);
    }),
    { numRuns: 50 },
  );

const seed = () =>
  pool.transaction(async (db) => {
    await seedTerritory(db);
    await seedOrganisations(db);
    await seedProcedures(db);
  });

test("whatever is typed for a procedure or a place, there is an answer", async () => {
  await seed();
  await answers(typed, (q) => searchProcedures(nobody, { q }));
  await answers(typed, (q) => resolvePlace(nobody, { typed: q }));
  await answers(fc.tuple(typed, fc.constantFrom("69029", "")), ([q, insee]) =>
    searchStreets(nobody, q, { insee, limit: 6 }),
  );
});

test("a word of a title brings its procedure up, in any case and without its accents", async () => {
  await seed();
  const all = await searchProcedures(nobody, {});
  expect(all.length).toBeGreaterThan(5);
  for (const { slug, title } of all) {
    const bare = title.normalize("NFD").replace(/\p{M}/gu, "");
    for (const q of [title, title.toUpperCase(), bare, `${title} ?`]) {
      const found = await searchProcedures(nobody, { q });
      expect(found.map((procedure) => procedure.slug).slice(0, 3), q).toContain(slug);
    }
  }
});

test("whatever an agent types or pastes in the queue's address, there is a page", async () => {
  const organisationId = (await createOrganisation()).id;
  const unitId = (await createUnit(organisationId)).id;
  const karim = await createAgent(organisationId, [unitId]);
  await createRequest({ organisationId, unitId, applicantName: "Samira Benali" });
  const names = ["vue", "q", "statut", "canal", "demarche", "apres", "avant"];
  const value = fc.oneof(typed, cursor, fc.constantFrom("toutes", "a-moi", "accepted", "phone"));
  const params = fc.dictionary(fc.constantFrom(...names), value);
  await answers(params, (given) => listQueue(karim, readQueueFilters(given)));
  const found = async (q: string) => (await listQueue(karim, readQueueFilters({ q }))).rows.length;
  expect(await Promise.all(["benali", "%", "_", "ben%li", "\\"].map(found))).toEqual([
    1, 0, 0, 0, 0,
  ]);
});

test("whatever is in the address of one's requests or readings, there is a page", async () => {
  const [mine, own] = [resident(), account()];
  await answers(cursor, (apres) => listMine({ actor: mine }, readClosedCursor(apres)));
  await answers(cursor, async (before) => {
    const input = accessesInput.safeParse({ before });
    if (input.success) await listAccesses({ actor: own }, own.id, input.data.before);
  });
});
