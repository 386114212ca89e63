"use server";

import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { submit } from "@/lib/action";
import { cookieName } from "@/lib/auth/cookies";
import { localPath } from "@/lib/auth/return-path";
import { getFilingContext } from "@/lib/auth/session";
import { hashTrackingCode, rememberTrackingCode, trackingCodeFrom } from "@/lib/auth/tracking";
import type { Context } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { startRequest } from "@/lib/requests/commands/start-request";
import type { Values } from "@/lib/result";

const ATTEMPTS = 5;

const inputOf = (values: Values) => ({
  providerId: values.providerId ?? "",
  prefill: Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith("prefill.") ? [[name.slice("prefill.".length), value]] : [],
    ),
  ),
});

/**
 * A new tracking code. The same browser, procedure and minute give the same code, so that a button pressed
 * twice starts one draft; a code that already sent its request gives way to the next.
 */
async function startAsVisitor(input: ReturnType<typeof inputOf>) {
  const browser =
    (await cookies()).get(cookieName("visitor"))?.value ?? randomBytes(16).toString("hex");
  const minute = Math.floor(Date.now() / 60_000);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const code = trackingCodeFrom([browser, input.providerId, minute, attempt].join(":"));
    const actor = { kind: "visitor", id: hashTrackingCode(code) } as const;
    const started = await startRequest({ actor }, input);
    if (started.status !== "draft") continue;
    await rememberTrackingCode(code);
    return started.reference;
  }
  throw conflict("Patientez une minute, puis recommencez.");
}

const start = async (ctx: Context, input: ReturnType<typeof inputOf>) =>
  ctx.actor.kind === "visitor" ? startAsVisitor(input) : (await startRequest(ctx, input)).reference;

/** The button of a procedure's page: `providerId`, `at` (its own path) and `prefill.<control>` controls. */
export async function startRequestAction(form: FormData) {
  const asked = localPath(form.get("at"));
  const at = asked.startsWith("/demarches/") ? asked : "/demarches";
  return submit(form, { at, as: getFilingContext }, async (ctx, values) => {
    const reference = await start(ctx, inputOf(values));
    return `/mes-demandes/${reference}/reprendre`;
  });
}
