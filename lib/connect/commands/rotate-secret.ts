import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { oidcClients } from "@/db/schema/connect";
import { seal } from "@/lib/auth/secrets";
import { type Context, transaction } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { eventSubject } from "./register-client";

/**
 * Gives a service a new secret and returns it, once: nobody can read it again. The one before stays good for
 * `overlapDays` (0: none, after a leak).
 */
export function rotateSecret(ctx: Context, clientId: string, overlapDays: number) {
  const secret = randomBytes(32).toString("base64url");
  return transaction(ctx, async (ctx) => {
    const until = sql`now() + ${overlapDays} * interval '1 day'`;
    const overlap =
      overlapDays > 0
        ? { previousSecret: sql`${oidcClients.secret}`, previousSecretExpiresAt: until }
        : { previousSecret: null, previousSecretExpiresAt: null };
    const [rotated] = await ctx.db
      .update(oidcClients)
      .set({ ...overlap, secret: seal("client-secret", secret) })
      .where(and(eq(oidcClients.id, clientId), isNull(oidcClients.disabledAt)))
      .returning({ organisationId: oidcClients.organisationId });
    if (!rotated) throw notFound("Service");
    const details = { clientId, overlapDays };
    await recordEvent(ctx, "client.rotate-secret", eventSubject(rotated), details);
    return secret;
  });
}
