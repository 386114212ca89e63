import "server-only";
import { type Context, transaction } from "@/lib/context";
import { forbidden } from "@/lib/errors";
import { notify } from "@/lib/notifications/commands/notify";
import { takesEvent } from "../model/flow";
import { lockRequest } from "../queries/get-request";
import { advance } from "./advance";

/**
 * The unit has it: the workflow is told (« Envoyée » becomes « Reçue »), unless an agent was faster, and the
 * acknowledgement leaves, once.
 */
export function receiveRequest(ctx: Context, { requestId }: { requestId: string }) {
  return transaction(ctx, async (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    const request = await lockRequest(ctx, requestId);
    if (!request) return;
    if (request.status === "submitted" && takesEvent(request, "receive"))
      await advance(ctx, request, {
        revision: request.revision,
        action: "request.receive",
        input: { kind: "event", event: "receive" },
      });
    await notify(ctx, "acknowledgement", requestId, { once: true });
  });
}
