import "server-only";
import { randomUUID } from "node:crypto";
import { deliveries } from "@/db/schema/notifications";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { sendDeliveryJob } from "../jobs";
import type { Template } from "../model";

/** Queues one message about a request, in the transaction of the change it tells. `runAt`: not before. */
export function notify(
  ctx: Context,
  template: Template,
  requestId: string,
  when: { runAt?: Date } = {},
) {
  return transaction(ctx, async (ctx) => {
    const deliveryId = randomUUID();
    await ctx.db.insert(deliveries).values({ id: deliveryId, template, subjectId: requestId });
    await recordEvent(ctx, "notification.queue", requestId, { template, deliveryId });
    await sendDeliveryJob.enqueue(ctx, { deliveryId }, when);
  });
}
