import "server-only";
import { and, eq, lt, notExists, sql } from "drizzle-orm";
import { files } from "@/db/schema/files";
import { requests } from "@/db/schema/requests";
import { type Context, read, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { purgePartialUploads } from "@/lib/integrations/partial-uploads";
import { storage } from "@/lib/integrations/storage";

const BATCH = 200;

/** A draft keeps its files as long as it lives. */
const livingDraft = sql`(select 1 from ${requests} where ${requests.id} = ${files.requestId}
  and ${requests.status} = 'draft' and coalesce(${requests.draftExpiresAt} > now(), true))`;

/** Removes what was never attached, and uploads that were never finished. Bytes first: twice is harmless. */
export async function purgeFiles(ctx: Context) {
  await purgePartialUploads();
  const expired = and(lt(files.expiresAt, sql`now()`), notExists(livingDraft));
  const rows = await read(ctx, (db) =>
    db
      .select({ id: files.id, requestId: files.requestId, storageKey: files.storageKey })
      .from(files)
      .where(expired)
      .limit(BATCH),
  );
  for (const { id, requestId, storageKey } of rows) {
    await storage.remove(storageKey);
    await transaction(ctx, async (ctx) => {
      await ctx.db.delete(files).where(and(eq(files.id, id), expired));
      await recordEvent(ctx, "file.expire", requestId ?? id, { fileId: id });
    });
  }
}
