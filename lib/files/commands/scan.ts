import "server-only";
import { and, eq } from "drizzle-orm";
import { files } from "@/db/schema/files";
import { type Context, read, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { scan } from "@/lib/integrations/antivirus";
import { storage } from "@/lib/integrations/storage";

/** Asks the antivirus about a file; an infected one loses its bytes and keeps its row, to tell its owner. */
export async function checkForVirus(ctx: Context, { fileId }: { fileId: string }) {
  const waiting = and(eq(files.id, fileId), eq(files.scan, "pending"));
  const [file] = await read(ctx, (db) =>
    db
      .select({ requestId: files.requestId, storageKey: files.storageKey })
      .from(files)
      .where(waiting),
  );
  if (!file) return;
  const verdict = await scan(await storage.get(file.storageKey));
  if (verdict === "infected") await storage.remove(file.storageKey);
  await transaction(ctx, async (ctx) => {
    await ctx.db.update(files).set({ scan: verdict }).where(waiting);
    await recordEvent(ctx, "file.scan", file.requestId ?? fileId, { fileId, verdict });
  });
}
