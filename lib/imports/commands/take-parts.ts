import "server-only";
import { createHash } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { importedParts } from "@/db/schema/imports";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { canAdminister } from "@/lib/organisations/policy";
import type { ImportedPart } from "../model/package";

const digestOf = ({ title, content, isSound }: ImportedPart) =>
  createHash("sha256")
    .update(JSON.stringify([title, content, isSound]))
    .digest("hex");

const keyOf = ({ kind, slug }: { kind: string; slug: string }) => `${kind} ${slug}`;

/** The last version of each part of this organisation. */
async function lastOf({ db }: Transaction, organisationId: string) {
  const rows = await db
    .select({
      kind: importedParts.kind,
      slug: importedParts.slug,
      version: importedParts.version,
      digest: importedParts.digest,
    })
    .from(importedParts)
    .where(eq(importedParts.organisationId, organisationId))
    .orderBy(desc(importedParts.version));
  const last = new Map<string, { version: number; digest: string }>();
  for (const row of rows) if (!last.has(keyOf(row))) last.set(keyOf(row), row);
  return last;
}

const AT_ONCE = 100;

/**
 * Keeps what an export brought, all or nothing, for the organisation to look through and publish. What is the same as
 * last time stays as it is; what changed becomes a new version.
 */
export function takeParts(
  ctx: Context,
  organisationId: string,
  parts: readonly ImportedPart[],
): Promise<{ added: number; same: number }> {
  return transaction(ctx, async (ctx) => {
    const isJob = ctx.actor.kind === "system";
    if (!isJob && !canAdminister(ctx.actor, organisationId)) throw forbidden();
    const last = await lastOf(ctx, organisationId);
    const changed = parts.flatMap((part) => {
      const before = last.get(keyOf(part));
      const digest = digestOf(part);
      if (before?.digest === digest) return [];
      const version = (before?.version ?? 0) + 1;
      last.set(keyOf(part), { version, digest });
      return [{ ...part, organisationId, version, digest }];
    });
    for (let at = 0; at < changed.length; at += AT_ONCE)
      await ctx.db.insert(importedParts).values(changed.slice(at, at + AT_ONCE));
    const told = { added: changed.length, same: parts.length - changed.length };
    if (told.added > 0) await recordEvent(ctx, "import.take", organisationId, told);
    return told;
  });
}
