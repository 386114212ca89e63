import "server-only";
import { createHash } from "node:crypto";
import { files } from "@/db/schema/files";
import { authorOf } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { storage } from "@/lib/integrations/storage";
import { safeName } from "../model";

type Document = { id: string; requestId: string; fieldId: string; name: string; bytes: Buffer };

/**
 * Keeps a PDF that we wrote ourselves with its request, for whoever reads the request. `id`: chosen by whoever asks, so
 * that it is kept once. The bytes are in the store before the row can be seen.
 */
export async function keepDocument(ctx: Transaction, document: Document) {
  const { id, requestId, fieldId, name, bytes } = document;
  const { actorKind, actorId } = authorOf(ctx.actor);
  const [kept] = await ctx.db
    .insert(files)
    .values({
      ...{ id, requestId, fieldId, storageKey: id, ownerKind: actorKind, ownerId: actorId },
      name: safeName(name, "application/pdf"),
      mediaType: "application/pdf",
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      scan: "clean",
    })
    .onConflictDoNothing()
    .returning({ id: files.id });
  if (!kept) return false;
  await recordEvent(ctx, "file.add", requestId, { fileId: id, fieldId });
  await storage.put(id, bytes);
  return true;
}
