import "server-only";
import type { Transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { notify } from "@/lib/notifications/commands/notify";
import type { Effect } from "@/lib/workflows/model";
import { callTask, continueTask, doTask, timerTask } from "../jobs/tasks";
import { toldOf } from "../model/flow";
import type { RequestDetails } from "../queries/get-request";

/** What is known of the request that goes on. */
type Going = Pick<RequestDetails, "id" | "workflow"> & { arrival: number };

type EffectOf<T extends Effect["type"]> = Extract<Effect, { type: T }>;

/** A mail for each of those it is for, rendered when it leaves. */
async function tell(ctx: Transaction, requestId: string, { action, said }: EffectOf<"told">) {
  if (said.type === "notice") return notify(ctx, said.notice, requestId);
  for (const place of said.to.keys()) await notify(ctx, "workflow", requestId, { action, place });
}

const LATER = ["written", "handed", "made", "anonymised", "deleted"] as const;
type Later = EffectOf<(typeof LATER)[number]>;
const isLater = (effect: Effect): effect is Later =>
  (LATER as readonly string[]).includes(effect.type);

async function schedule(ctx: Transaction, requestId: string, effect: Effect) {
  switch (effect.type) {
    case "timer": {
      const { transition, at, arrival } = effect;
      const key = `timer:${requestId}:${transition}`;
      return timerTask.enqueue(ctx, { requestId, transition, arrival }, { key, runAt: at });
    }
    case "deferred":
      return continueTask.enqueue(ctx, { requestId, to: effect.to, arrival: effect.arrival });
    case "called": {
      const { action, arrival } = effect;
      return callTask.enqueue(ctx, { requestId, action, arrival, tries: 0 });
    }
    default:
      return;
  }
}

async function one(ctx: Transaction, request: Going, effect: Effect, arrival: number) {
  const { id } = request;
  if (effect.type === "told") return tell(ctx, id, effect);
  if (effect.type === "moved")
    return recordEvent(ctx, "request.move", id, {
      by: effect.by,
      ...toldOf(request, effect),
    });
  if (effect.type === "changed" || effect.type === "appointed")
    return recordEvent(ctx, "request.act", id, { did: effect.action });
  // What was filled in is the change's own event.
  if (effect.type === "answered") return;
  if (isLater(effect))
    return doTask.enqueue(ctx, { requestId: id, action: effect.action, arrival });
  await schedule(ctx, id, effect);
}

/**
 * Does, or queues, what the workflow asks for besides the request's own row. Its first move is the change's own event.
 * `redirect`: where whoever acts goes next, on the portal or over https.
 */
export async function perform(
  ctx: Transaction,
  request: Going,
  effects: readonly Effect[],
): Promise<{ redirect: string | null }> {
  const first = effects.find(({ type }) => type === "moved");
  let { arrival } = request;
  for (const effect of effects) {
    if (effect.type === "moved") arrival += 1;
    if (effect !== first) await one(ctx, request, effect, arrival);
  }
  const redirected = effects.find((effect) => effect.type === "redirected");
  const isSafe = /^(https:\/\/|\/(?!\/))/.test(redirected?.url ?? "");
  return { redirect: isSafe ? (redirected?.url ?? null) : null };
}
