import "server-only";
import { and, asc, eq, exists, inArray, isNull, or, sql } from "drizzle-orm";
import { files } from "@/db/schema/files";
import { requests } from "@/db/schema/requests";
import { type Context, read } from "@/lib/context";
import { conflict, notFound } from "@/lib/errors";
import { storage } from "@/lib/integrations/storage";
import { isDownloadable, type StoredFile } from "../model";
import { isFileId } from "../schemas";

export const STORED = {
  id: files.id,
  name: files.name,
  size: files.size,
  mediaType: files.mediaType,
  scan: files.scan,
};

/** One's own, or of a request that one may read: sent, or in a draft. Row level security says it too. */
const readableBy = ({ actor }: Context) =>
  or(
    and(eq(files.ownerKind, actor.kind), eq(files.ownerId, actor.id)),
    exists(
      sql`(select 1 from ${requests} where ${requests.id} = ${files.requestId}
        and (${files.expiresAt} is null or ${requests.status} = 'draft'))`,
    ),
  );

export async function findFile(ctx: Context, id: string): Promise<StoredFile | null> {
  const [file] = await read(ctx, (db) =>
    db
      .select(STORED)
      .from(files)
      .where(and(eq(files.id, id), readableBy(ctx))),
  );
  return file ?? null;
}

/** In the order of `ids`, without those that are gone or belong to somebody else. */
export async function listFiles(ctx: Context, ids: readonly string[]): Promise<StoredFile[]> {
  const known = ids.filter(isFileId);
  if (known.length === 0) return [];
  const found = await read(ctx, (db) =>
    db
      .select(STORED)
      .from(files)
      .where(and(inArray(files.id, known), readableBy(ctx))),
  );
  return known.flatMap((id) => found.filter((file) => file.id === id));
}

/** What was sent with a request: `fieldId` of the form, or `messageId` of the exchange. */
export const listFilesOf = (ctx: Context, requestId: string) =>
  read(ctx, (db) =>
    db
      .select({ ...STORED, fieldId: files.fieldId, messageId: files.messageId })
      .from(files)
      .where(and(eq(files.requestId, requestId), isNull(files.expiresAt)))
      .orderBy(asc(files.createdAt)),
  );

/** A file with its bytes. Refused while the antivirus has not answered, and after a virus. */
export async function openFile(ctx: Context, id: string) {
  const [file] = await read(ctx, (db) =>
    db
      .select({ ...STORED, storageKey: files.storageKey })
      .from(files)
      .where(and(eq(files.id, id), readableBy(ctx))),
  );
  if (!file) throw notFound("Fichier");
  if (file.scan === "infected")
    throw conflict(
      "Ce fichier contenait un virus\u00a0: il a été supprimé et ne peut pas être ouvert.",
    );
  if (!isDownloadable(file))
    throw conflict("Ce fichier est en cours de vérification. Réessayez dans une minute.");
  return { file, open: () => storage.stream(file.storageKey) };
}
