import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { heartbeats } from "@/db/schema";
import { resident } from "@/db/test/factories";
import { system } from "@/lib/auth/actor";
import { countJobs, findWorkerBeat } from "./queries";

const health = system("health");

test("the newest beat of all workers counts", async () => {
  expect(await findWorkerBeat(health)).toBeNull();
  const newest = new Date("2026-03-02T10:00:00Z");
  await pool.insert(heartbeats).values([
    { name: "worker:old", at: new Date("2026-03-01T10:00:00Z") },
    { name: "worker:new", at: newest },
    { name: "something-else", at: new Date("2026-03-03T10:00:00Z") },
  ]);
  expect(await findWorkerBeat(health)).toEqual(newest);
  expect(await findWorkerBeat({ actor: resident() })).toBeNull();
});

test("jobs are counted by what is to become of them", async () => {
  await pool.execute(sql`delete from graphile_worker._private_jobs`);
  const add = (name: string, options = sql``) =>
    pool.execute(sql`select graphile_worker.add_job(${name}, '{}'${options})`);
  await add("due");
  await add("later", sql`, run_at => now() + interval '1 hour'`);
  await add("dead", sql`, max_attempts => 1`);
  await add("again");
  await pool.execute(sql`
    update graphile_worker._private_jobs set attempts = 1
    where task_id in (select id from graphile_worker._private_tasks where identifier in ('dead', 'again'))`);
  expect(await countJobs(health)).toEqual({ waiting: 1, retrying: 1, givenUp: 1 });
});
