import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import { listHolders } from "@/lib/auth/actors";
import { read } from "@/lib/context";

/** The latest draft of this very procedure that whoever asks, with an account or codes, has not sent yet. */
export async function findOwnDraft(providerId: string) {
  for (const actor of await listHolders()) {
    const holder = actor.kind === "visitor" ? requests.trackingHash : requests.residentId;
    const mine = and(eq(holder, actor.id), eq(requests.status, "draft"));
    const [draft] = await read({ actor }, (db) =>
      db
        .select({ reference: requests.reference, savedAt: requests.updatedAt })
        .from(requests)
        .where(and(mine, eq(requests.providerId, providerId)))
        .orderBy(desc(requests.updatedAt))
        .limit(1),
    );
    if (draft) return draft;
  }
  return null;
}
