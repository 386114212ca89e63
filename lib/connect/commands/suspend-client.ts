import "server-only";
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { oidcArtifacts, oidcClients } from "@/db/schema/connect";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";

const TOKENS = ["Grant", "AccessToken", "RefreshToken", "AuthorizationCode"];

/** A suspended service signs nobody in, and what it holds opens nothing, at once; resumed, people sign in again. */
export function suspendClient(ctx: Context, clientId: string, isSuspended: boolean) {
  return transaction(ctx, async (ctx) => {
    const changed = await ctx.db
      .update(oidcClients)
      .set({ disabledAt: isSuspended ? new Date() : null })
      .where(
        and(
          eq(oidcClients.id, clientId),
          isSuspended ? isNull(oidcClients.disabledAt) : isNotNull(oidcClients.disabledAt),
        ),
      )
      .returning({ id: oidcClients.id });
    if (changed.length === 0) return;
    if (isSuspended)
      await ctx.db
        .delete(oidcArtifacts)
        .where(and(eq(oidcArtifacts.clientId, clientId), inArray(oidcArtifacts.model, TOKENS)));
    await recordEvent(ctx, isSuspended ? "client.suspend" : "client.resume", crypto.randomUUID(), {
      clientId,
    });
  });
}
