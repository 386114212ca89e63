import { EventEmitter } from "node:events";
import { sql } from "drizzle-orm";
import { Logger, parseCronItems, run, type WorkerEvents } from "graphile-worker";
import { pool } from "@/db/client";
import { env } from "@/lib/env";
import { JOBS, SCHEDULE } from "@/lib/jobs";
import { describeError, log, withoutValues } from "@/lib/log";

const BEAT_MS = 10_000;
const DEAD_AFTER = sql.raw("interval '30 seconds'");
const LEVELS = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

const events: WorkerEvents = new EventEmitter();
const poolCreated = new Promise<string>((resolve) => {
  events.once("pool:create", ({ workerPool }) => resolve(workerPool.id));
});

/** Says that this worker lives, and gives back what a dead one was holding: otherwise kept for 4 hours. */
async function beat(id: string) {
  await pool.execute(sql`
    insert into heartbeats (name, at) values (${`worker:${id}`}, now())
    on conflict (name) do update set at = excluded.at`);
  await pool.execute(sql`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker._private_jobs
    where locked_by is not null and not exists (
      select from heartbeats
      where name = 'worker:' || locked_by and at > now() - ${DEAD_AFTER})
    having count(*) > 0`);
  await pool.execute(
    sql`delete from heartbeats where name like 'worker:%' and at < now() - interval '1 day'`,
  );
}

/** The queue keeps the message of a failure: what it says must belong to nobody. */
async function runCleanly(job: (typeof JOBS)[number], input: unknown) {
  await job.run(input).catch((error: unknown) => {
    const { message, stack } = describeError(error);
    throw Object.assign(new Error(message), { stack });
  });
}

function checkedEnv() {
  try {
    return env();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

const { DATABASE_URL } = checkedEnv();

const runner = await run({
  connectionString: DATABASE_URL,
  concurrency: 4,
  pollInterval: 2_000,
  noHandleSignals: true,
  taskList: Object.fromEntries(
    JOBS.map((job) => [job.name, (input: unknown) => runCleanly(job, input)]),
  ),
  parsedCronItems: parseCronItems(SCHEDULE),
  events,
  logger: new Logger(({ taskIdentifier, jobId }) => (level, message) => {
    log[LEVELS[level]]({ job: taskIdentifier, jobId }, withoutValues(message));
  }),
});

const id = await poolCreated;
const sayAlive = () => beat(id).catch((error) => log.error({ err: error }, "heartbeat failed"));
await sayAlive();
const beating = setInterval(sayAlive, BEAT_MS);
log.info({ jobs: JOBS.length }, "worker ready");

async function stop() {
  clearInterval(beating);
  await runner.stop();
  await pool.execute(sql`delete from heartbeats where name = ${`worker:${id}`}`);
  await pool.$client.end();
}

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => stop().finally(() => process.exit(0)));

await runner.promise.catch((error) => {
  log.fatal({ err: error }, "worker stopped");
  process.exit(1);
});
