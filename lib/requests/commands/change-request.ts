import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { requests, type ServiceRequest } from "@/db/schema/requests";
import type { Transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { type Change, isStillFresh } from "../queries/freshness";

type Written = Change & { values: Partial<ServiceRequest> };

/**
 * Writes only if nobody changed the request since it was read, and records the event.
 * False if it was already written: the caller must then write nothing more.
 */
export async function changeRequest(ctx: Transaction, id: string, change: Written) {
  const { revision, values, action, details } = change;
  const [changed] = await ctx.db
    .update(requests)
    .set({ ...values, revision: sql`${requests.revision} + 1` })
    .where(and(eq(requests.id, id), eq(requests.revision, revision)))
    .returning({ id: requests.id });
  if (!changed) return isStillFresh(ctx, { id, revision: -1 }, change);
  await recordEvent(ctx, action, id, { ...details, revision });
  return true;
}
