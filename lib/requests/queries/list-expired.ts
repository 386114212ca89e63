import "server-only";
import { and, asc, eq, lt } from "drizzle-orm";
import { files } from "@/db/schema/files";
import { requests } from "@/db/schema/requests";
import { type Context, read } from "@/lib/context";

/** Drafts whose time is over, the oldest first. */
export const listExpiredDrafts = (ctx: Context, now: Date, limit: number) =>
  read(ctx, (db) =>
    db
      .select({ id: requests.id })
      .from(requests)
      .where(and(eq(requests.status, "draft"), lt(requests.draftExpiresAt, now)))
      .orderBy(asc(requests.draftExpiresAt))
      .limit(limit),
  );

export const listWaitingFiles = (ctx: Context, requestId: string) =>
  read(ctx, (db) => db.select({ id: files.id }).from(files).where(eq(files.requestId, requestId)));
