import "server-only";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { files } from "@/db/schema/files";
import type { Transaction } from "@/lib/context";
import { invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";

/** What was sent once stays where it was sent. */
const isWaiting = isNotNull(files.expiresAt);

/** `fieldId`: where to tell the person when a file cannot be sent. */
type Target = { requestId: string; messageId?: string; fieldId?: string };

/**
 * Files that wait on this request now belong to it, or to one of its messages, for good. Call it in the
 * transaction that sends, before the draft changes status. Refuses, as `invalid`, a file that is gone,
 * infected, or somebody else's.
 */
export async function attachFiles(
  ctx: Transaction,
  ids: readonly string[],
  { requestId, messageId, fieldId = "root" }: Target,
) {
  if (ids.length === 0) return;
  const attached = await ctx.db
    .update(files)
    .set({ expiresAt: null, ...(messageId ? { messageId } : {}) })
    .where(and(inArray(files.id, [...ids]), eq(files.requestId, requestId), isWaiting))
    .returning({ id: files.id, name: files.name, scan: files.scan });
  const infected = attached.find(({ scan }) => scan === "infected");
  if (infected)
    throw invalid({
      [fieldId]: `«\u00a0${infected.name}\u00a0» contient un virus. Retirez-le, puis recommencez.`,
    });
  if (attached.length !== new Set(ids).size)
    throw invalid({ [fieldId]: "Un fichier n’est plus là. Ajoutez-le de nouveau." });
  await recordEvent(ctx, "file.attach", requestId, { fileIds: ids, messageId });
}
