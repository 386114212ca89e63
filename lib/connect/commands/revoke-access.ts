import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { oidcArtifacts } from "@/db/schema/connect";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";

const OPENED_BY_CONSENT = ["Grant", "AccessToken", "RefreshToken", "AuthorizationCode"];

/** Ends every token a service holds for this account, at once. The person's own session goes on. */
export function revokeAccess(ctx: Context, accountId: string, clientId: string) {
  return transaction(ctx, async (ctx) => {
    const gone = await ctx.db
      .delete(oidcArtifacts)
      .where(
        and(
          eq(oidcArtifacts.accountId, accountId),
          eq(oidcArtifacts.clientId, clientId),
          inArray(oidcArtifacts.model, OPENED_BY_CONSENT),
        ),
      )
      .returning({ id: oidcArtifacts.id });
    if (gone.length > 0) await recordEvent(ctx, "client.revoke-access", accountId, { clientId });
  });
}
