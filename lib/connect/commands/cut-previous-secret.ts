import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { oidcClients } from "@/db/schema/connect";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { eventSubject } from "./register-client";

/** The secret before the last one opens nothing any more, whatever was left of its days. */
export function cutPreviousSecret(ctx: Context, clientId: string) {
  return transaction(ctx, async (ctx) => {
    const [cut] = await ctx.db
      .update(oidcClients)
      .set({ previousSecret: null, previousSecretExpiresAt: null })
      .where(and(eq(oidcClients.id, clientId), isNotNull(oidcClients.previousSecret)))
      .returning({ organisationId: oidcClients.organisationId });
    if (cut) await recordEvent(ctx, "client.cut-secret", eventSubject(cut), { clientId });
  });
}
