import "server-only";
import { createHmac } from "node:crypto";
import { deriveSecret } from "@/lib/auth/secrets";
import { type Context, read, transaction } from "@/lib/context";
import { callOutside } from "@/lib/integrations/outbound";
import { actionOf, type CallResult, valueIn } from "@/lib/workflows/model";
import type { Action } from "@/lib/workflows/schemas";
import { callTask } from "../jobs/tasks";
import { scopeNow, worldNow } from "../model/flow";
import { findRequest, type RequestDetails } from "../queries/get-request";
import { continueRequest } from "./go-on";

type Call = Extract<Action, { type: "call" }>;
type Payload = { requestId: string; action: string; arrival: number; tries: number };

/** Between the tries: a minute, five, half an hour, two hours, twelve hours. */
const WAITS_MS = [60, 300, 1800, 7200, 43_200].map((seconds) => seconds * 1000);

/** Standard Webhooks: the receiver knows who calls, and that this call is not another one. */
function signed(secret: string, id: string, body: string, now: Date) {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`);
  return {
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature.digest("base64")}`,
  };
}

/** The address and what is sent, as the request is now. `webhook-id` is the same for every try. */
function messageOf(request: RequestDetails, call: Call, id: string) {
  const [world, scope] = [worldNow(), scopeNow(request)];
  const url = new URL(world.render(call.url, scope, "url"));
  for (const { name, value } of call.query) {
    const said = valueIn(value, scope, world);
    url.searchParams.set(name, said === null ? "" : String(said));
  }
  const pairs = call.body.map(({ name, value }) => [name, valueIn(value, scope, world)] as const);
  const body = call.method === "GET" ? "" : JSON.stringify(Object.fromEntries(pairs));
  const headers: Record<string, string> = {
    accept: "application/json",
    "webhook-id": id,
    ...(body ? { "content-type": "application/json" } : {}),
    ...(call.key
      ? signed(deriveSecret(`service:${request.organisationId}:${call.key}`), id, body, world.now)
      : {}),
  };
  return { url: url.href, message: { method: call.method, headers, body } };
}

function resultOf({ answer }: Call, status: number, body: string): CallResult {
  if (status >= 500 || status === 429) return { status, failure: "failed", answer: null };
  if (status >= 300) return { status, failure: "refused", answer: null };
  if (answer === "none") return { status, failure: null, answer: null };
  if (answer === "file") return { status, failure: "unreadable", answer: null };
  try {
    const said: unknown = JSON.parse(body);
    const err = typeof said === "object" && said !== null && "err" in said ? said.err : 0;
    return { status, failure: err === 0 || err === "0" ? null : "said", answer: said };
  } catch {
    return { status, failure: "unreadable", answer: null };
  }
}

const NOTHING: CallResult = { status: null, failure: "network", answer: null };

/** An address that cannot be one is as good as silence. */
async function tryCall(request: RequestDetails, call: Call, id: string): Promise<CallResult> {
  try {
    const { url, message } = messageOf(request, call, id);
    const { status, body } = await callOutside(url, message);
    return resultOf(call, status, body);
  } catch {
    return NOTHING;
  }
}

const isWorthAnother = ({ failure }: CallResult) => failure === "network" || failure === "failed";

/**
 * Calls a web service, outside any transaction, then tells the workflow; silence and errors of the service are tried
 * again, five times in fifteen hours. Nobody waits for it any more: it is not called.
 */
export async function callService(ctx: Context, payload: Payload) {
  const { requestId, action, arrival, tries } = payload;
  const request = await read(ctx, (db) => findRequest(db, requestId));
  const call = request && actionOf(request.workflow, action);
  if (call?.type !== "call" || request?.flow.waiting !== action) return;
  if (request.flow.arrival !== arrival) return;
  const result = await tryCall(request, call, `${requestId}.${arrival}.${action}`);
  const wait = WAITS_MS[tries];
  if (wait !== undefined && isWorthAnother(result)) {
    const again = { ...payload, tries: tries + 1 };
    const runAt = new Date(Date.now() + wait);
    await transaction(ctx, (ctx) => callTask.enqueue(ctx, again, { runAt }));
    return;
  }
  await continueRequest(ctx, requestId, { kind: "answer", action, arrival, result });
}
