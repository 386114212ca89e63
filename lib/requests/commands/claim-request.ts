import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import { system } from "@/lib/auth/actor";
import { type Context, transaction } from "@/lib/context";
import { forbidden, notFound } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";

/**
 * « Rattacher à mon compte »: the request filed without an account becomes this resident's, once.
 * Their account opens it from then on; the code, perhaps on a paper lying about, opens nothing more.
 */
export function claimRequest({ actor }: Context, { trackingHash }: { trackingHash: string }) {
  if (actor.kind !== "resident" || trackingHash === "") throw forbidden();
  // Neither the visitor (who loses it) nor the resident (who has not got it) may write both columns.
  return transaction(system("requests.claim"), async (ctx) => {
    const [claimed] = await ctx.db
      .update(requests)
      .set({ residentId: actor.id, trackingHash: null })
      .where(and(eq(requests.trackingHash, trackingHash), isNull(requests.residentId)))
      .returning({ id: requests.id, reference: requests.reference });
    if (!claimed) throw notFound("Demande");
    await recordEvent(ctx, "request.claim", claimed.id, { residentId: actor.id });
    return claimed;
  });
}
