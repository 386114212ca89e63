import "server-only";
import { randomBytes } from "node:crypto";
import { oidcArtifacts } from "@/db/schema/connect";
import { hashToken } from "@/lib/auth/secrets";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { type Authentication, BY_PASSWORD, SESSION_HOURS, SHARED_SESSION_MINUTES } from "../model";

const token = () => randomBytes(32).toString("base64url");

/** A session of the provider, as the library itself would write it; returns what the browser's cookie holds. */
export function openSession(
  ctx: Context,
  accountId: string,
  isShared: boolean,
  authentication: Authentication = BY_PASSWORD,
) {
  return transaction(ctx, async (ctx) => {
    const now = Math.floor(Date.now() / 1000);
    const exp = now + (isShared ? SHARED_SESSION_MINUTES * 60 : SESSION_HOURS * 3600);
    const [cookie, uid, expiresAt] = [token(), token(), new Date(exp * 1000)];
    const payload = {
      kind: "Session",
      iat: now,
      exp,
      uid,
      accountId,
      loginTs: now,
      ...authentication,
      ...(isShared ? { transient: true } : {}),
    };
    await ctx.db
      .insert(oidcArtifacts)
      .values({ model: "Session", id: hashToken(cookie), payload, uid, accountId, expiresAt });
    await recordEvent(ctx, "session.open", accountId);
    return { cookie, expiresAt };
  });
}
