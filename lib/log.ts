import pino from "pino";

/**
 * Structured lines on the standard output: ids, never personal data. Inside a request, give the
 * `requestId` that proxy.ts set (`x-request-id`).
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.VITEST ? "silent" : "info"),
  base: { program: process.env.PROGRAM ?? "web" },
  timestamp: pino.stdTimeFunctions.isoTime,
});
