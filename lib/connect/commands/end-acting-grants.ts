import "server-only";
import { and, eq, like, sql } from "drizzle-orm";
import { oidcArtifacts } from "@/db/schema/connect";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { sendLogout } from "./send-logout";

type Acting = { mandateId: string; helperId: string; personId: string };
type Authorizations = Record<string, { sid?: string; grantId?: string }>;

/** Services where a session of the helper is open in the person’s name. */
async function listActing({ db }: Transaction, { mandateId, helperId }: Acting) {
  const sessions = await db
    .select({ payload: oidcArtifacts.payload })
    .from(oidcArtifacts)
    .where(and(eq(oidcArtifacts.accountId, helperId), eq(oidcArtifacts.model, "Session")));
  return sessions
    .flatMap(({ payload }) => Object.entries((payload.authorizations ?? {}) as Authorizations))
    .filter(([, { grantId }]) => grantId?.split(".")[1] === mandateId);
}

/** Ends every token given under a mandate, and tells its services; the helper’s own session goes on. */
export function endActingGrants(ctx: Context, acting: Acting) {
  return transaction(ctx, async (ctx) => {
    const { mandateId, helperId, personId } = acting;
    for (const [clientId, { sid = "" }] of await listActing(ctx, acting))
      await sendLogout.enqueue(ctx, { clientId, accountId: personId, sid });
    const gone = await ctx.db
      .delete(oidcArtifacts)
      .where(
        and(eq(oidcArtifacts.accountId, helperId), like(oidcArtifacts.grantId, `%.${mandateId}.%`)),
      )
      .returning({ one: sql`1` });
    if (gone.length > 0) await recordEvent(ctx, "client.revoke-access", helperId, { mandateId });
  });
}
