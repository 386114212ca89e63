import "server-only";
import { and, eq, isNull, or } from "drizzle-orm";
import { portalSessions, residents } from "@/db/schema/auth";
import { seenLogoutTokens } from "@/db/schema/connect";
import { system } from "@/lib/auth/actor";
import { type Transaction, transaction } from "@/lib/context";
import { expireDrafts } from "@/lib/requests/commands/expire-drafts";

const portal = system("portal-session");

type LogoutToken = {
  jti: string;
  expiresAt: Date;
  /** The account is gone, and not only signed out. */
  isClosed?: boolean;
  sid: string | undefined;
  sub: string | undefined;
};

/** Of somebody whose account is gone the portal keeps no copy; what they sent stays with the services that treat it. */
async function forgetClosed(ctx: Transaction, sub: string) {
  const gone = { email: "", givenName: "", familyName: "", claims: {}, communeInsee: null };
  const [resident] = await ctx.db
    .update(residents)
    .set(gone)
    .where(eq(residents.sub, sub))
    .returning({ id: residents.id });
  if (resident) await expireDrafts(ctx, resident.id);
}

/** What Connect says is over, is over; false when this token was already obeyed. */
export function obeyLogoutToken(token: LogoutToken): Promise<boolean> {
  const { jti, expiresAt, isClosed, sid, sub } = token;
  return transaction(portal, async (ctx) => {
    const { db } = ctx;
    const fresh = await db
      .insert(seenLogoutTokens)
      .values({ jti, expiresAt })
      .onConflictDoNothing()
      .returning({ jti: seenLogoutTokens.jti });
    if (fresh.length === 0) return false;
    await db
      .update(portalSessions)
      .set({ revokedAt: new Date() })
      .where(
        and(
          isNull(portalSessions.revokedAt),
          or(
            sid ? eq(portalSessions.sid, sid) : undefined,
            !sid && sub ? eq(portalSessions.sub, sub) : undefined,
          ),
        ),
      );
    if (isClosed && sub) await forgetClosed(ctx, sub);
    return true;
  });
}
