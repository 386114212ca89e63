import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { oidcClients } from "@/db/schema/connect";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";

/** The secret before the last one opens nothing any more, whatever was left of its days. */
export function cutPreviousSecret(ctx: Context, clientId: string) {
  return transaction(ctx, async (ctx) => {
    const cut = await ctx.db
      .update(oidcClients)
      .set({ previousSecret: null, previousSecretExpiresAt: null })
      .where(and(eq(oidcClients.id, clientId), isNotNull(oidcClients.previousSecret)))
      .returning({ id: oidcClients.id });
    if (cut.length > 0)
      await recordEvent(ctx, "client.cut-secret", crypto.randomUUID(), { clientId });
  });
}
