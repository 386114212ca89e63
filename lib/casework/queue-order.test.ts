import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { requests } from "@/db/schema";
import {
  createAgent,
  createOrganisation,
  createProvider,
  createUnit,
  only,
} from "@/db/test/factories";
import { read } from "@/lib/context";
import { isOpen, STATUSES } from "@/lib/requests/model";
import { COUNT_CAP, PAGE_SIZE, VIEWS, type ViewId } from "./model";
import { partsUnder } from "./queries/conditions";
import { findNeighbours } from "./queries/find-neighbours";
import { listQueue } from "./queries/list-queue";
import { firstOf } from "./queries/read-parts";
import { type QueueFilters, queueFilters, queueQuery, readQueueFilters } from "./schemas";

const DAY_MS = 86_400_000;
const NOW = Date.now();
const CHANNELS = ["portal", "phone"] as const;

type Row = typeof requests.$inferSelect;
type Agent = Awaited<ReturnType<typeof createAgent>>;
type Provider = Awaited<ReturnType<typeof createProvider>>;
let providers: Provider[] = [];
let [karim, lucie] = [] as unknown as [Agent, Agent];

/** Two units of Karim's, and one that is not his. */
beforeEach(async () => {
  const organisationId = (await createOrganisation()).id;
  const units = [];
  for (const name of ["Voirie", "Propreté", "Écoles"])
    units.push((await createUnit(organisationId, name)).id);
  providers = [];
  for (const unitId of units) providers.push(await createProvider(organisationId, unitId));
  karim = await createAgent(organisationId, units.slice(0, 2));
  lucie = await createAgent(organisationId, units);
});

/** Few values of each, so that deadlines tie and every mixture occurs. */
const drawn = fc.record({
  provider: fc.constantFrom(0, 0, 1, 2),
  procedure: fc.nat(2),
  status: fc.constantFrom("in_review", "in_review", "in_review", ...STATUSES),
  owner: fc.constantFrom("karim", "lucie", null, null),
  day: fc.constantFrom(-30, -2, 3, 3, 20, null),
  isPaused: fc.boolean(),
  channel: fc.constantFrom(...CHANNELS),
  applicantName: fc.constantFrom("Inès Ferreira", "Marc Delorme", null),
});

type Drawn = Omit<typeof drawn extends fc.Arbitrary<infer T> ? T : never, "day"> & {
  day: number | null;
};

function rowOf(values: Drawn, n = 0): typeof requests.$inferInsert {
  const provider = only(providers.slice(values.provider));
  const { organisationId, unitId, formVersionId, workflowVersionId } = provider;
  if (!unitId || !formVersionId || !workflowVersionId) throw new Error("no form");
  const { status, channel, applicantName, day, owner } = values;
  return {
    ...{ organisationId, unitId, formVersionId, workflowVersionId, providerId: provider.id },
    ...{ status, channel, applicantName },
    reference: `TEST-${n}-${randomUUID().slice(0, 8)}`,
    procedureId: only(providers.slice(values.procedure)).procedureId,
    assigneeId: owner && { karim, lucie }[owner].id,
    deadlineAt: day === null ? null : new Date(NOW + day * DAY_MS),
    pausedAt: values.isPaused ? new Date() : null,
  };
}

/** Absent two times out of three, so that some queues are several pages long. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary, weight: 1 }, { arbitrary: fc.constant(undefined), weight: 2 });

const filter = fc.record({
  view: fc.constantFrom(...VIEWS.map(({ id }) => id)),
  status: rarely(fc.constantFrom(...STATUSES.filter((status) => status !== "draft"))),
  channel: rarely(fc.constantFrom(...CHANNELS)),
  procedure: rarely(fc.nat(2)),
  q: rarely(fc.constantFrom("ferreira", "marc")),
});

/** The same queue, said as plainly as possible. */
const inView: Record<ViewId, (row: Row) => boolean> = {
  "a-moi-ou-libres": (row) => inView["a-moi"](row) || inView.libres(row),
  "a-moi": (row) => isOpen(row.status) && row.assigneeId === karim.id,
  libres: (row) => isOpen(row.status) && row.assigneeId === null,
  echeance: (row) => isOpen(row.status) && !row.pausedAt && dueOf(row) < NOW + 7 * DAY_MS,
  complement: (row) => row.status === "awaiting_resident",
  toutes: (row) => isOpen(row.status),
};
const dueOf = ({ deadlineAt }: Row) => deadlineAt?.getTime() ?? Number.POSITIVE_INFINITY;
const byDue = (a: Row, b: Row) => {
  if (dueOf(a) !== dueOf(b)) return dueOf(a) < dueOf(b) ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};
const isLate = (row: Row) => isOpen(row.status) && !row.pausedAt && dueOf(row) < NOW;
const isMine = (row: Row) => karim.unitIds.includes(row.unitId) && row.status !== "draft";

function expected(all: readonly Row[], { view, q, status, channel, procedure }: QueueFilters) {
  const isAnywhere = q !== undefined || (view === "toutes" && status !== undefined);
  return all
    .filter(isMine)
    .filter((row) => isAnywhere || inView[view](row))
    .filter((row) => !q || row.applicantName?.toLowerCase().includes(q))
    .filter((row) => !status || row.status === status)
    .filter((row) => !channel || row.channel === channel)
    .filter((row) => !procedure || row.procedureId === procedure)
    .sort(byDue);
}

const pageAt = (filters: QueueFilters, edge: { after?: string; before?: string } = {}) =>
  listQueue(
    karim,
    readQueueFilters(Object.fromEntries(new URLSearchParams(queueQuery(filters, edge)))),
  );
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

async function walk(filters: QueueFilters) {
  const pages = [await pageAt(filters)];
  for (let { next } = only(pages); next; next = pages.at(-1)?.next)
    pages.push(await pageAt(filters, { after: next }));
  const back = pages.slice(-1);
  for (let { previous } = only(back); previous; previous = back[0]?.previous)
    back.unshift(await pageAt(filters, { before: previous }));
  return [pages, back].map((found) => found.map(({ rows }) => idsOf(rows)));
}

test("any view under any filters is what a plain reading gives, page by page, both ways", async () => {
  const property = fc.asyncProperty(
    fc.array(drawn, { maxLength: 200, size: "max" }),
    fc.array(filter, { minLength: 3, maxLength: 3 }),
    async (drawnRows, drawnFilters) => {
      await pool.delete(requests);
      const values = drawnRows.map(rowOf);
      const all = values.length > 0 ? await pool.insert(requests).values(values).returning() : [];
      for (const { procedure, ...rest } of drawnFilters) {
        const procedureId = procedure === undefined ? undefined : providers[procedure]?.procedureId;
        const filters = queueFilters.parse({ ...rest, procedure: procedureId });
        const rows = expected(all, filters);
        const ids = idsOf(rows);

        const [pages, back] = await walk(filters);
        expect(pages?.flat()).toEqual(ids);
        expect(back?.flat()).toEqual(ids);
        expect(pages?.slice(0, -1).every(({ length }) => length === PAGE_SIZE)).toBe(true);

        const { counts } = await pageAt(filters);
        const views = VIEWS.map(({ id }) => [id, all.filter(isMine).filter(inView[id]).length]);
        const told = { shown: rows.length, late: rows.filter(isLate).length };
        expect(counts).toEqual({ ...Object.fromEntries(views), ...told });

        const here = rows[Math.floor(rows.length / 2)];
        if (!here) continue;
        const at = rows.indexOf(here);
        expect(await findNeighbours({ actor: karim }, karim, filters, here)).toEqual({
          previous: rows[at - 1]?.reference,
          next: rows[at + 1]?.reference,
        });
      }
    },
  );
  await fc.assert(property, { numRuns: 20, interruptAfterTimeLimit: 40_000 });
}, 60_000);

const plain = {
  provider: 0,
  procedure: 0,
  status: "in_review",
  owner: null,
  day: 3,
  isPaused: false,
  channel: "portal",
  applicantName: null,
} as const;

test("a count stops past the number that is told, over all units", async () => {
  const some = COUNT_CAP / 2 + 1;
  for (const provider of [0, 1] as const)
    await pool
      .insert(requests)
      .values(Array.from({ length: some }, (_, n) => rowOf({ ...plain, provider }, n)));
  const { counts } = await pageAt(readQueueFilters({ vue: "libres" }));
  expect(counts).toMatchObject({ libres: COUNT_CAP + 1, toutes: COUNT_CAP + 1, "a-moi": 0 });
  const filtered = await pageAt(readQueueFilters({ vue: "libres", canal: "portal" }));
  expect(filtered.counts.shown).toBe(COUNT_CAP + 1);
}, 20_000);

describe("under row level security, the index alone answers", () => {
  const explain = (query: ReturnType<typeof firstOf>) =>
    read({ actor: karim }, async (db) => {
      await db.execute(sql`set local enable_seqscan = off`);
      await db.execute(sql`set local enable_bitmapscan = off`);
      const plan = await db.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
      return plan.map((row) => row["QUERY PLAN"]).join("\n");
    });
  const edge = { deadlineAt: new Date(), id: randomUUID() };

  /** What the planner counts on: most requests are over, most others a colleague's. */
  beforeEach(async () => {
    const open = ["in_review", "received", "awaiting_resident"] as const;
    const owners = ["karim", "lucie", "lucie", null] as const;
    const rows = Array.from({ length: 2000 }, (_, n) => {
      const status = n % 5 === 0 ? (open[n % 3] ?? "closed") : "accepted";
      return rowOf({ ...plain, status, owner: owners[n % 4] ?? null, day: n % 90 }, n);
    });
    await pool.insert(requests).values(rows);
    // Other tests left their empty pages behind.
    for (const tidied of ["vacuum analyze", "reindex table"])
      await pool.execute(`${tidied} requests`);
  });

  test.for([
    ["a-moi-ou-libres", "requests_owner_idx"],
    ["a-moi", "requests_owner_idx"],
    ["libres", "requests_owner_idx"],
    ["echeance", "requests_open_idx"],
    ["complement", "requests_awaiting_idx"],
    ["toutes", "requests_open_idx"],
  ] as const)("« %s »: %s, from the cursor on, filtered or not", async ([view, index]) => {
    for (const filters of [{}, { channel: "phone", status: "received", procedure: randomUUID() }]) {
      const parts = partsUnder(queueFilters.parse({ ...filters, view }), karim);
      const plan = await explain(firstOf(karim, parts, { after: edge, count: PAGE_SIZE }));
      expect(plan).toContain(`Index Only Scan using ${index}`);
      expect(plan).toMatch(/Index Cond: .*ROW\(/);
    }
  });
});
