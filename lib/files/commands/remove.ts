import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { files } from "@/db/schema/files";
import { type Context, transaction } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { eraseFile } from "../jobs";
import { isFileId } from "../schemas";

/** Takes back a file that is not sent yet; its bytes go too. What was sent stays. */
export const removeFile = (ctx: Context, id: string) =>
  transaction(ctx, async (ctx) => {
    if (!isFileId(id)) throw notFound("Fichier");
    const [gone] = await ctx.db
      .delete(files)
      .where(and(eq(files.id, id), isNotNull(files.expiresAt)))
      .returning({ requestId: files.requestId, storageKey: files.storageKey });
    if (!gone) throw notFound("Fichier");
    await recordEvent(ctx, "file.remove", gone.requestId ?? id, { fileId: id });
    await eraseFile.enqueue(ctx, { storageKey: gone.storageKey });
  });
