import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
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

/** As `notify`, for what is told once in a request's life: a job that runs again tells nothing twice. */
export function notifyOnce(ctx: Context, template: Template, requestId: string) {
  return transaction(ctx, async (ctx) => {
    const told = await ctx.db
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(and(eq(deliveries.subjectId, requestId), eq(deliveries.template, template)))
      .limit(1);
    if (told.length === 0) await notify(ctx, template, requestId);
  });
}
