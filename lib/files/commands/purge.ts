import "server-only";
import { and, eq } from "drizzle-orm";
import { files } from "@/db/schema/files";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { purgePartialUploads } from "@/lib/integrations/partial-uploads";
import { storage } from "@/lib/integrations/storage";
import { isExpired, listExpired } from "../queries/waiting";

const BATCH = 200;

/** Removes what was never attached, and uploads that were never finished. Bytes first: twice is harmless. */
export async function purgeFiles(ctx: Context) {
  await purgePartialUploads();
  const rows = await listExpired(ctx, BATCH);
  for (const { id, requestId, storageKey } of rows) {
    await storage.remove(storageKey);
    await transaction(ctx, async (ctx) => {
      await ctx.db.delete(files).where(and(eq(files.id, id), isExpired));
      await recordEvent(ctx, "file.expire", requestId ?? id, { fileId: id });
    });
  }
}
