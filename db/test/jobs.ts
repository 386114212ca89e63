import { sql } from "drizzle-orm";
import { pool } from "@/db/client";
import { JOBS } from "@/lib/jobs";

type Waiting = { id: string; task: string; payload: unknown };

/** Does what the worker would do now, once, in order; returns the names of the jobs done. */
export async function runJobs() {
  const waiting = await pool.execute<Waiting>(sql`
    select j.id, t.identifier as task, j.payload
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.run_at <= now() order by j.id`);
  for (const { id, task, payload } of waiting) {
    await JOBS.find(({ name }) => name === task)?.run(payload);
    await pool.execute(sql`delete from graphile_worker._private_jobs where id = ${id}`);
  }
  return waiting.map(({ task }) => task);
}

/** As if nothing had been asked yet: truncating the tables leaves the jobs. */
export const forgetJobs = () => pool.execute(sql`delete from graphile_worker._private_jobs`);
