import "server-only";
import type { Context, Next } from "koa";
import type Provider from "oidc-provider";
import type { KoaContextWithOIDC } from "oidc-provider";
import { rateLimiter } from "@/lib/auth/rate";
import { hashToken } from "@/lib/auth/secrets";
import { log } from "@/lib/log";
import { recordCalls } from "@/lib/partners/commands/record-calls";
import type { Call, CallEndpoint } from "@/lib/partners/model/calls";
import { mismatchOf, type Refusal, sentText } from "./mismatch";

const FLUSH_MS = 400;
const MOST_WAITING = 5_000;
const MOST_FAILURES = { max: 120, seconds: 60 };

type Waiting = { calls: Call[]; timer: NodeJS.Timeout | undefined; written: Promise<void> };

// Next may load this module several times in one process: one list for all.
const shared = globalThis as typeof globalThis & { connectCalls?: Waiting };

const list = () => {
  shared.connectCalls ??= { calls: [], timer: undefined, written: Promise.resolve() };
  return shared.connectCalls;
};

/** Nobody can fill the log by calling with a known client's name. */
const mayFail = rateLimiter(MOST_FAILURES);

async function writeWaiting() {
  const waiting = list();
  waiting.timer = undefined;
  const calls = waiting.calls.splice(0);
  if (calls.length === 0) return;
  await recordCalls(calls).catch((err: unknown) => log.warn({ err }, "calls not written"));
}

/**
 * Writes what waits, one go after the other: the last word on a check is the last call's.
 * Diagnostics: lost at worst with the process, never in the way of an answer.
 */
export function flushCalls() {
  const waiting = list();
  clearTimeout(waiting.timer);
  waiting.written = waiting.written.then(writeWaiting);
  return waiting.written;
}

function note(call: Call) {
  const waiting = list();
  if (waiting.calls.length >= MOST_WAITING || (!call.isOk && !mayFail(call.clientId))) return;
  waiting.calls.push(call);
  waiting.timer ??= setTimeout(() => void flushCalls(), FLUSH_MS).unref();
}

type Told = Partial<Omit<Call, "clientId" | "organisationId" | "isSandbox" | "at">>;

function noteCall({ oidc }: KoaContextWithOIDC, endpoint: CallEndpoint, told: Told = {}) {
  const client = oidc?.client;
  if (!client) return;
  note({
    clientId: client.clientId,
    organisationId: typeof client.organisation_id === "string" ? client.organisation_id : null,
    isSandbox: client.environment === "sandbox",
    at: new Date(),
    endpoint,
    isOk: true,
    code: null,
    details: {},
    ...told,
  });
}

function noteRefusal(ctx: KoaContextWithOIDC, endpoint: CallEndpoint, error: Refusal) {
  const reason = sentText(error.error_detail) ?? sentText(error.error_description);
  noteCall(ctx, endpoint, {
    isOk: false,
    code: error.error ?? "server_error",
    details: { ...(reason ? { reason } : {}), ...mismatchOf(ctx, error) },
  });
}

const hashed = (value: unknown) => {
  const given = sentText(value);
  return given ? hashToken(given) : null;
};

const REFUSED = {
  "authorization.error": "authorize",
  "grant.error": "token",
  "userinfo.error": "userinfo",
  "end_session.error": "logout",
  "introspection.error": "introspection",
  "revocation.error": "revocation",
  "pushed_authorization_request.error": "par",
} as const satisfies Record<string, CallEndpoint>;

/** What every client called lately and why it failed, for its developers. */
export function watchCalls(provider: Provider) {
  for (const [event, endpoint] of Object.entries(REFUSED))
    (provider as NodeJS.EventEmitter).on(event, (ctx: KoaContextWithOIDC, error: Refusal) =>
      noteRefusal(ctx, endpoint, error),
    );
  provider.on("authorization.success", (ctx) => {
    const { state, nonce, code_challenge, code_challenge_method } = ctx.oidc.params ?? {};
    const challenge = code_challenge_method === "S256" ? hashed(code_challenge) : null;
    noteCall(ctx, "authorize", {
      asked: { state: hashed(state), nonce: hashed(nonce), challenge },
    });
  });
  provider.on("interaction.started", (ctx) => noteCall(ctx, "authorize", { isStart: true }));
  provider.on("end_session.success", (ctx) => noteCall(ctx, "logout"));
}

/** Once it is written: the library says too early that tokens were given, and nothing of a userinfo answer. */
export async function noteAnswer(ctx: Context, next: Next) {
  await next();
  const { oidc } = ctx as unknown as KoaContextWithOIDC;
  if (ctx.status !== 200) return;
  if (oidc?.route === "userinfo") noteCall(ctx as unknown as KoaContextWithOIDC, "userinfo");
  if (oidc?.route === "token")
    noteCall(ctx as unknown as KoaContextWithOIDC, "token", {
      isSignIn: oidc.params?.grant_type === "authorization_code",
    });
}
