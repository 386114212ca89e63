import "server-only";
import { and, eq } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import { type Context, transaction } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { removeFile } from "@/lib/files/commands/remove";
import { listWaitingFiles } from "../queries/list-expired";
import { ALREADY_SENT } from "./save-step";

/** Erases a draft with its files: its holder does not want it, or its time is over. */
export function discardDraft(ctx: Context, { id }: { id: string }) {
  return transaction(ctx, async (ctx) => {
    const draft = and(eq(requests.id, id), eq(requests.status, "draft"));
    const [own] = await ctx.db
      .select({ id: requests.id })
      .from(requests)
      .where(draft)
      .for("update");
    if (!own) throw conflict(ALREADY_SENT);
    await recordEvent(ctx, "request.discard", id);
    for (const file of await listWaitingFiles(ctx, id)) await removeFile(ctx, file.id);
    await ctx.db.delete(requests).where(draft);
  });
}
