import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { type Context, read } from "@/lib/context";

/** In the last hour, this actor. */
export async function hasReadLately(ctx: Context, requestId: string) {
  const rows = await read(ctx, (db) =>
    db
      .select({ id: events.id })
      .from(events)
      .where(
        and(
          eq(events.subjectId, requestId),
          eq(events.action, "request.read"),
          eq(events.actorId, ctx.actor.id),
          sql`${events.at} > now() - interval '1 hour'`,
        ),
      )
      .limit(1),
  );
  return rows.length > 0;
}
