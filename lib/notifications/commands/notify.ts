import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { deliveries } from "@/db/schema/notifications";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { sendDeliveryJob } from "../jobs";
import type { Template } from "../model";

async function wasTold({ db }: Transaction, template: Template, requestId: string) {
  const told = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.subjectId, requestId), eq(deliveries.template, template)))
    .limit(1);
  return told.length > 0;
}

/** `action`, `place`: of a message that the request's workflow writes, which action and which of its recipients. */
type Options = { once?: boolean; runAt?: Date; action?: string; place?: number };

/**
 * Queues one message about a request, in the transaction of the change it tells. `runAt`: not before.
 * `once`: told once in a request's life, by a job that may run again.
 */
export function notify(
  ctx: Context,
  template: Template,
  requestId: string,
  { once = false, action, place, ...when }: Options = {},
) {
  return transaction(ctx, async (ctx) => {
    if (once && (await wasTold(ctx, template, requestId))) return;
    const deliveryId = randomUUID();
    await ctx.db
      .insert(deliveries)
      .values({ id: deliveryId, template, subjectId: requestId, action, place });
    await recordEvent(ctx, "notification.queue", requestId, { template, deliveryId });
    await sendDeliveryJob.enqueue(ctx, { deliveryId }, when);
  });
}
