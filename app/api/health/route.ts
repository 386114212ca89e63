import { system } from "@/lib/auth/actor";
import { log } from "@/lib/log";
import { healthOf } from "@/lib/operations/model";
import { findWorkerBeat } from "@/lib/operations/queries";
import { version } from "@/package.json";

const PATIENCE_MS = 2_000;

const noAnswer = () =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("the database did not answer in time")), PATIENCE_MS).unref();
  });

/** 200 while this instance can serve: database reached, a worker alive; else 503 and which part. */
export async function GET() {
  const beat = await Promise.race([findWorkerBeat(system("health")), noAnswer()]).catch((error) => {
    log.warn({ err: error }, "health: database");
    return undefined;
  });
  const health = healthOf(beat, new Date());
  return Response.json(
    { ...health, version },
    { status: health.status === "ok" ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
