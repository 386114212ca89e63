import type { Instrumentation } from "next";
import { env } from "@/lib/env";

/** A missing or wrong variable stops the program at its start, by its name. */
export function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") env();
}

/** A bug: its stack and where it happened; no address with its parameters, no header but the request id. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/lib/log");
  log.error(
    {
      err: error,
      digest: error instanceof Error && "digest" in error ? error.digest : undefined,
      requestId: request.headers["x-request-id"],
      method: request.method,
      route: context.routePath,
      kind: context.routeType,
    },
    "request failed",
  );
};
