import pino from "pino";

/** A failed query without the values it carried: they are somebody's. */
export const withoutValues = (text: string) =>
  text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/g, "").replace(/\nDetail: .*/g, "");

type Described = {
  type: string;
  message: string;
  code?: unknown;
  stack: string;
  cause?: Described;
};

/** Of an error, what helps and belongs to nobody: a database error also carries its row and its parameters. */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an error", stack: "" };
  return {
    type: error.name,
    message: withoutValues(error.message),
    stack: withoutValues(error.stack ?? ""),
    ...("code" in error ? { code: error.code } : {}),
    ...(error.cause ? { cause: describeError(error.cause) } : {}),
  };
}

/**
 * Structured lines on the standard output: ids, never personal data. Inside a request, give the
 * `requestId` that proxy.ts set (`x-request-id`).
 */
const options = {
  level: process.env.LOG_LEVEL ?? (process.env.VITEST ? "silent" : "info"),
  base: { program: process.env.PROGRAM ?? "web" },
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
};

export const log = pino(options);

const [BUFFER_BYTES, FLUSH_MS] = [4_096, 500];

/** For one line per request: written many at a time, at the latest after half a second; a crash loses those. */
export function openBufferedLog() {
  const destination = pino.destination({ minLength: BUFFER_BYTES, sync: false });
  setInterval(() => destination.flush(), FLUSH_MS).unref();
  return Object.assign(pino(options, destination), { flushNow: () => destination.flushSync() });
}
