import "server-only";
import { eq } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { consentNotices } from "@/db/schema/consents";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";
import type { Notice } from "../model";

const published = new LRUCache<string, Notice>({ max: 500 });

/** A notice by its id: published once and never changed (trigger), it is read once in a process. */
export async function getNotice(ctx: Context, id: string) {
  const known = published.get(id);
  if (known) return known;
  const [found] = await read(ctx, (db) =>
    db
      .select({ notice: consentNotices.notice })
      .from(consentNotices)
      .where(eq(consentNotices.id, id)),
  );
  if (!found) throw notFound("Notice");
  published.set(id, found.notice);
  return found.notice;
}
