import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { pool } from "@/db/client";
import { requests } from "@/db/schema";
import {
  createAgent,
  createOrganisation,
  createRequest,
  createUnit,
  only,
} from "@/db/test/factories";
import { read, type Transaction } from "@/lib/context";
import { PAGE_SIZE } from "./model";
import { partsUnder } from "./queries/conditions";
import { listQueue } from "./queries/list-queue";
import { firstOf } from "./queries/read-parts";
import { readQueueFilters } from "./schemas";

type Agent = Awaited<ReturnType<typeof createAgent>>;
let [karim, colleague] = [] as unknown as [Agent, Agent];
let place = { organisationId: "", unitId: "" };

beforeEach(async () => {
  const organisationId = (await createOrganisation()).id;
  const [unitId, other] = [
    (await createUnit(organisationId, "Voirie")).id,
    (await createUnit(organisationId, "Propreté")).id,
  ];
  place = { organisationId, unitId };
  karim = await createAgent(organisationId, [unitId]);
  colleague = await createAgent(organisationId, [other]);
});

const found = async (q: string, agent = karim) => {
  const { rows } = await listQueue(agent, readQueueFilters({ q }));
  return rows.map(({ applicantName }) => applicantName);
};

describe("a search", () => {
  beforeEach(async () => {
    const request = { ...place, applicantName: "Anne-Marie L’Héritier" };
    const reference = "BRON-2026-4K7P2M";
    await createRequest({ ...request, reference, applicantPhone: "+33 6 39 98 12 34" });
    await createRequest({ ...place, applicantName: "100 % Vélo_Cargo" });
  });

  test.for([
    "heritier anne",
    "HÉRITIER",
    "anne-marie",
    "rie",
    "4k7p2m",
    "bron 2026 4k7p",
    "Anne 4K7P2M",
    "06 39 98 12 34",
    "(+33) 6.39.98.12.34",
    "0639981234",
    "héritier 981234",
  ])("« %s » finds the request", async (q) => {
    expect(await found(q)).toEqual(["Anne-Marie L’Héritier"]);
    expect(await found(q, colleague), "in another unit").toEqual([]);
  });

  test.for(["anne paul", "4k7p2n", "06 39 98 12 35", "anne\\", "a%e", "-", "marieheritier"])(
    "« %s » finds nothing",
    async (q) => {
      expect(await found(q)).toEqual([]);
    },
  );

  test.for(["0 %", "o_c", "%"])("« %s » is taken as it is written", async (q) => {
    expect(await found(q)).toEqual(["100 % Vélo_Cargo"]);
  });
});

/** A commune's busiest unit after a year, and as many requests elsewhere. */
const ROWS = 16_000;

async function fill() {
  await createRequest({ ...place, applicantName: "Inès Ferreira" });
  const [elsewhere] = colleague.unitIds;
  // Names and phones of all shapes, as many as there are rows.
  await pool.execute(sql`
    insert into requests (reference, procedure_id, provider_id, form_version_id, workflow_version_id, organisation_id,
      unit_id, status, applicant_name, applicant_phone, deadline_at)
    select 'TEST-2026-' || n, procedure_id, provider_id, form_version_id, workflow_version_id, organisation_id,
      case when n % 2 = 0 then unit_id else ${elsewhere}::uuid end,
      (case when n % 5 = 0 then 'in_review' else 'accepted' end)::request_status,
      initcap(translate(md5(n::text), '0123456789', 'eiouyaeiou')), '06' || lpad((n * 7919)::text, 8, '0'),
      now() + n * interval '1 minute'
    from requests, generate_series(1, ${2 * ROWS}) n where applicant_name = 'Inès Ferreira'`);
  await pool.execute("vacuum analyze requests");
}

type Plan = { Plan: { "Shared Hit Blocks": number; "Shared Read Blocks": number } };

/** Pages of 8 kB that a statement looks at. */
async function pagesOf(db: Transaction["db"], query: ReturnType<typeof sql>) {
  const explained = await db.execute<{ "QUERY PLAN": Plan[] }>(
    sql`explain (analyze, buffers, format json) ${query}`,
  );
  const { Plan: plan } = only(only(explained)["QUERY PLAN"]);
  return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
}

test("a search looks at a few pages of the table, however long the queue", async () => {
  // Deleted only, so many rows would be in the way of the tests that follow.
  onTestFinished(async () => {
    await pool.execute("truncate requests cascade");
  });
  await fill();
  expect(await pool.$count(requests)).toBe(2 * ROWS + 1);
  const parts = partsUnder(readQueueFilters({ q: "ines ferreira" }), karim);
  const search = firstOf(karim, parts, { count: PAGE_SIZE });
  const pagesWhere = (bitmaps: "on" | "off") =>
    read({ actor: karim }, async (db) => {
      await db.execute(`set local enable_bitmapscan = ${bitmaps}`);
      return pagesOf(db, search);
    });
  // The first time, PostgreSQL reads its own catalogue too.
  await pagesWhere("on");
  expect(await pagesWhere("on")).toBeLessThan(100);
  expect(await pagesWhere("off"), "without the index").toBeGreaterThan(1000);
}, 60_000);
