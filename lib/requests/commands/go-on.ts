import "server-only";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { type Input, interpret } from "@/lib/workflows/model";
import { stateOf, worldNow } from "../model/flow";
import { asMover } from "../policy";
import { lockRequest, type RequestDetails } from "../queries/get-request";
import { advance } from "./advance";
import { perform } from "./perform";

/** What the worker tells a request's workflow: late, twice or out of date, it does nothing. */
async function goOn(ctx: Transaction, request: RequestDetails, input: Input) {
  const mover = asMover(ctx.actor, request);
  if (mover?.side !== "system") throw forbidden();
  const outcome = interpret(request.workflow, stateOf(request), input, mover, worldNow());
  if (!outcome.ok) {
    if (outcome.why === "loop")
      await recordEvent(ctx, "request.stuck", request.id, { through: outcome.through });
    return;
  }
  const isOnlyTimers = outcome.effects.every(({ type }) => type === "timer");
  if (isOnlyTimers && input.kind === "time")
    await perform(ctx, { ...request, arrival: input.arrival }, outcome.effects);
  else
    await advance(ctx, request, {
      revision: request.revision,
      action: "request.move",
      details: input.kind === "time" ? { transition: input.transition } : {},
      input,
    });
}

/** By a job, as the system; a request that is gone has nothing left to do. */
export const continueRequest = (ctx: Context, requestId: string, input: Input) =>
  transaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, requestId);
    if (request && request.status !== "draft") await goOn(ctx, request, input);
  });
