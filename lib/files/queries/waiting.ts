import "server-only";
import { and, count, eq, isNotNull, lt, notExists, sql, sum } from "drizzle-orm";
import { files } from "@/db/schema/files";
import { requests } from "@/db/schema/requests";
import { type Context, read } from "@/lib/context";

/** Until when a request's draft lives, and what already waits with it; null when it is not one's own. */
export const findRoom = (ctx: Context, requestId: string) =>
  read(ctx, async (db) => {
    const [request] = await db
      .select({ draftExpiresAt: requests.draftExpiresAt })
      .from(requests)
      .where(eq(requests.id, requestId));
    if (!request) return null;
    const [waiting] = await db
      .select({ files: count(), bytes: sum(files.size) })
      .from(files)
      .where(and(eq(files.requestId, requestId), isNotNull(files.expiresAt)));
    return { ...request, files: waiting?.files ?? 0, bytes: Number(waiting?.bytes ?? 0) };
  });

/** A draft keeps its files as long as it lives. */
const livingDraft = sql`(select 1 from ${requests} where ${requests.id} = ${files.requestId}
  and ${requests.status} = 'draft' and coalesce(${requests.draftExpiresAt} > now(), true))`;

/** Never attached in time. */
export const isExpired = and(lt(files.expiresAt, sql`now()`), notExists(livingDraft));

/** @param limit at most so many at once */
export const listExpired = (ctx: Context, limit: number) =>
  read(ctx, (db) =>
    db
      .select({ id: files.id, requestId: files.requestId, storageKey: files.storageKey })
      .from(files)
      .where(isExpired)
      .limit(limit),
  );
