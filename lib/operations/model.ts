const WORKER_SILENT_AFTER_S = 35;

/** `beat`: last sign of life of a worker, null for none, undefined when the database did not answer. */
export function healthOf(beat: Date | null | undefined, now: Date) {
  const ageSeconds = beat
    ? Math.max(0, Math.round((now.getTime() - beat.getTime()) / 1_000))
    : null;
  const database = beat === undefined ? "unreachable" : "ok";
  const silent = ageSeconds === null || ageSeconds > WORKER_SILENT_AFTER_S;
  const worker = database === "ok" ? (silent ? "silent" : "ok") : "unknown";
  return {
    status: database === "ok" && worker === "ok" ? ("ok" as const) : ("unavailable" as const),
    database,
    worker: { status: worker, ageSeconds },
  };
}
