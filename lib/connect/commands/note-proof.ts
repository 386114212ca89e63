import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { sessionDevices } from "@/db/schema/connect";
import { type Context, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";

/** Whoever holds this session of theirs has just proven, `by` some means, that it is them. */
export function noteProof(ctx: Context, uid: string, by: string) {
  const { actor } = ctx;
  if (actor.kind !== "account") throw forbidden();
  return transaction(ctx, async (ctx) => {
    const [noted] = await ctx.db
      .update(sessionDevices)
      .set({ provenAt: sql`now()` })
      .where(and(eq(sessionDevices.uid, uid), eq(sessionDevices.accountId, actor.id)))
      .returning({ device: sessionDevices.name });
    if (!noted) throw conflict("Votre session est finie. Connectez-vous de nouveau.");
    await recordEvent(ctx, "account.confirm", actor.id, { with: by, device: noted.device });
  });
}
