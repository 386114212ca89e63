import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import { type Context, read } from "@/lib/context";

/** The latest draft of this very procedure that its holder, with an account or a code, has not sent yet. */
export async function findOwnDraft({ actor }: Context, providerId: string) {
  if (actor.id === "") return null;
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
  return draft ?? null;
}
