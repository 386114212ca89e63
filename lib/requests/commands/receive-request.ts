import "server-only";
import { and, eq } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import { type Context, transaction } from "@/lib/context";
import { forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { notify } from "@/lib/notifications/commands/notify";

/** The unit has it: « Envoyée » becomes « Reçue », unless an agent was faster, and the acknowledgement leaves, once. */
export function receiveRequest(ctx: Context, { requestId }: { requestId: string }) {
  return transaction(ctx, async (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    const received = await ctx.db
      .update(requests)
      .set({ status: "received" })
      .where(and(eq(requests.id, requestId), eq(requests.status, "submitted")))
      .returning({ id: requests.id });
    if (received.length > 0) await recordEvent(ctx, "request.receive", requestId);
    await notify(ctx, "acknowledgement", requestId, { once: true });
  });
}
