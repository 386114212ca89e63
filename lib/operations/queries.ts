import "server-only";
import { like, max, sql } from "drizzle-orm";
import { heartbeats } from "@/db/schema";
import { type Context, read } from "@/lib/context";

/** When a worker last said that it lives, or null. */
export const findWorkerBeat = (ctx: Context) =>
  read(ctx, async (db) => {
    const [row] = await db
      .select({ at: max(heartbeats.at) })
      .from(heartbeats)
      .where(like(heartbeats.name, "worker:%"));
    return row?.at ?? null;
  });

type JobCounts = { waiting: string; retrying: string; given_up: string };

/** Jobs due and not begun, jobs that failed and will be tried again, jobs that nobody will try again. */
export const countJobs = (ctx: Context) =>
  read(ctx, async (db) => {
    const [row] = await db.execute<JobCounts>(sql`select * from job_counts()`);
    return {
      waiting: Number(row?.waiting ?? 0),
      retrying: Number(row?.retrying ?? 0),
      givenUp: Number(row?.given_up ?? 0),
    };
  });
