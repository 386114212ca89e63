import client from "prom-client";
import { openBufferedLog } from "../../lib/log.ts";

client.collectDefaultMetrics();

const log = openBufferedLog();

/** Before the process ends. */
export const flushLog = () => log.flushNow();

const duration = new client.Histogram({
  name: "http_request_duration_seconds",
  help: "Time to answer, by method, kind of path and status.",
  labelNames: ["method", "route", "status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
});

const QUIET = /^\/(_next|fonts|api\/health|api\/metrics)(\/|$)/;
const WORD = /^[a-z][a-z-]{1,39}$/;

/** /mes-demandes/BRON-2026-4K7P2M → /mes-demandes/*: neither a label nor a log line names a person or a request. */
export const routeOf = (url) => {
  const [path] = url.split("?");
  if (QUIET.test(path)) return `/${path.split("/").slice(1, 3).join("/")}`;
  const parts = path.split("/").slice(1, 4);
  return `/${parts.map((part) => (part === "" || WORD.test(part) ? part : "*")).join("/")}`;
};

/** Measures and logs a request once it is answered. */
export function observe(request, response) {
  const startedAt = process.hrtime.bigint();
  const route = routeOf(request.url ?? "/");
  response.once("close", () => {
    const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
    const status = response.writableFinished ? response.statusCode : 499;
    const labels = { method: request.method ?? "", route: status === 404 ? "*" : route, status };
    duration.observe(labels, seconds);
    if (QUIET.test(route)) return;
    const requestId = response.getHeader("x-request-id");
    log.info({ requestId, ...labels, ms: Math.round(seconds * 1_000) }, "request");
  });
}
