import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { files } from "@/db/schema/files";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { forbidden, invalid, notFound } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { formatTooLarge, formatUnreadable } from "@/lib/format/file";
import { hasAntivirus } from "@/lib/integrations/antivirus";
import { storage } from "@/lib/integrations/storage";
import { scanFile } from "../jobs";
import { DRAFT_QUOTA, type StoredFile, safeName } from "../model";
import { isOwner } from "../policy";
import { detectType, withoutMetadata } from "../queries/content";
import { findFile, STORED } from "../queries/files";
import { findRoom } from "../queries/waiting";
import type { UploadGrant } from "../schemas";

const UNATTACHED_MS = 24 * 3_600_000;

const EMPTY = "Ce fichier est vide. Choisissez-en un autre.";
const BROKEN =
  "Cette image est abîmée et ne s’ouvre pas. Enregistrez-la de nouveau, puis renvoyez-la.";
const FULL =
  "Beaucoup de fichiers attendent déjà ici. Retirez ceux qui ne servent pas, puis recommencez.";

/** `id`: chosen by the upload, so that finishing it twice keeps one file. */
type Sent = { id?: string; name: string; bytes: Buffer };

async function checkContent({ fieldId, accept, maxBytes }: UploadGrant, bytes: Buffer) {
  if (bytes.length === 0) throw invalid({ [fieldId]: EMPTY });
  if (bytes.length > maxBytes) throw invalid({ [fieldId]: formatTooLarge(bytes.length, maxBytes) });
  const type = await detectType(bytes);
  if (!type || !accept.includes(type)) throw invalid({ [fieldId]: formatUnreadable(accept) });
  const clean = await withoutMetadata(bytes, type).catch(() => {
    throw invalid({ [fieldId]: BROKEN });
  });
  return { type, clean };
}

/** Is there room for it? Returns until when the draft it goes with waits, if it goes with one. */
async function checkRoom(ctx: Transaction, { requestId, fieldId }: UploadGrant, size: number) {
  const room = await findRoom(ctx, requestId);
  if (!room) throw notFound("Demande");
  if (room.files >= DRAFT_QUOTA.files || room.bytes + size > DRAFT_QUOTA.bytes)
    throw invalid({ [fieldId]: FULL });
  return room.draftExpiresAt;
}

/**
 * Checks, cleans and keeps a file, which then waits to be attached. A refusal is `invalid`, at the
 * grant's field. The bytes are on disk before the row can be seen.
 */
export async function receiveFile(
  ctx: Context,
  grant: UploadGrant,
  { id = randomUUID(), name, bytes }: Sent,
): Promise<StoredFile> {
  if (!isOwner(ctx.actor, grant)) throw forbidden();
  const { type, clean } = await checkContent(grant, bytes);
  const { ownerKind, ownerId, requestId, fieldId } = grant;
  const row = {
    ...{ id, ownerKind, ownerId, requestId, fieldId, storageKey: id },
    name: safeName(name, type),
    mediaType: type,
    size: clean.length,
    sha256: createHash("sha256").update(clean).digest("hex"),
    scan: hasAntivirus() ? ("pending" as const) : ("unscanned" as const),
  };
  return transaction(ctx, async (ctx) => {
    const known = await findFile(ctx, id);
    if (known) return known;
    const draftExpiresAt = await checkRoom(ctx, grant, row.size);
    const [file] = await ctx.db
      .insert(files)
      .values({ ...row, expiresAt: draftExpiresAt ?? new Date(Date.now() + UNATTACHED_MS) })
      .onConflictDoNothing()
      .returning(STORED);
    if (!file) throw forbidden();
    await recordEvent(ctx, "file.add", requestId, { fileId: id, fieldId });
    if (row.scan === "pending") await scanFile.enqueue(ctx, { fileId: id });
    await storage.put(id, clean);
    return file;
  });
}

/** Next gives an empty control the name « undefined ». */
const isBlank = ({ size, name }: File) => size === 0 && (name === "" || name === "undefined");

/** Without JavaScript: the file of a form's own control. An empty control is `null`. */
export const storePostedFile = async (ctx: Context, file: File, grant: UploadGrant) =>
  isBlank(file)
    ? null
    : receiveFile(ctx, grant, { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) });
