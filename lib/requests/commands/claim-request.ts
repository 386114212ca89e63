import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import { system } from "@/lib/auth/actor";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { forbidden, notFound } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";

const COLUMNS = { id: requests.id, reference: requests.reference };

/** Pressed twice: the first press has claimed it. */
async function getOwn({ db }: Transaction, residentId: string, reference: string) {
  const mine = and(eq(requests.reference, reference), eq(requests.residentId, residentId));
  const [own] = await db.select(COLUMNS).from(requests).where(mine);
  if (!own) throw notFound("Demande");
  return own;
}

type Claim = {
  trackingHash: string;
  /** Of the request that the page showed. */
  reference?: string | undefined;
};

/**
 * « Rattacher à mon compte »: the request filed without an account becomes this resident's, once.
 * Their account opens it from then on; the code, perhaps on a paper lying about, opens nothing more.
 */
export function claimRequest({ actor }: Context, { trackingHash, reference = "" }: Claim) {
  if (actor.kind !== "resident" || !(trackingHash || reference)) throw forbidden();
  // Neither the visitor (who loses it) nor the resident (who has not got it) may write both columns.
  return transaction(system("requests.claim"), async (ctx) => {
    const unclaimed = and(
      eq(requests.trackingHash, trackingHash),
      isNull(requests.residentId),
      reference ? eq(requests.reference, reference) : undefined,
    );
    const [claimed] = await ctx.db
      .update(requests)
      .set({ residentId: actor.id, trackingHash: null })
      .where(unclaimed)
      .returning(COLUMNS);
    if (!claimed) return getOwn(ctx, actor.id, reference);
    await recordEvent(ctx, "request.claim", claimed.id, { residentId: actor.id });
    return claimed;
  });
}
