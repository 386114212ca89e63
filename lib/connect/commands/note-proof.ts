import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { oidcArtifacts, sessionDevices } from "@/db/schema/connect";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { type Authentication, BY_PASSWORD, withSecondProof } from "../model";

/** A second proof given in a session that is open: services are told of both from now on. */
async function strengthen({ db }: Transaction, uid: string, methods: readonly string[]) {
  const which = and(eq(oidcArtifacts.model, "Session"), eq(oidcArtifacts.uid, uid));
  const [session] = await db
    .select({ payload: oidcArtifacts.payload })
    .from(oidcArtifacts)
    .where(which)
    .for("update");
  if (!session) return;
  const { amr = BY_PASSWORD.amr } = session.payload as Partial<Authentication>;
  const told = { amr: withSecondProof({ amr }, methods).amr };
  await db
    .update(oidcArtifacts)
    .set({ payload: sql`${oidcArtifacts.payload} || ${JSON.stringify(told)}::jsonb` })
    .where(which);
}

/**
 * Whoever holds this session of theirs has just proven, `by` some means, that it is them. `methods`: what it adds to
 * the sign-in (RFC 8176), when it is not the same again.
 */
export function noteProof(ctx: Context, uid: string, by: string, methods?: readonly string[]) {
  const { actor } = ctx;
  if (actor.kind !== "account") throw forbidden();
  return transaction(ctx, async (ctx) => {
    const [noted] = await ctx.db
      .update(sessionDevices)
      .set({ provenAt: sql`now()` })
      .where(and(eq(sessionDevices.uid, uid), eq(sessionDevices.accountId, actor.id)))
      .returning({ device: sessionDevices.name });
    if (!noted) throw conflict("Votre session est finie. Connectez-vous de nouveau.");
    if (methods) await strengthen(ctx, uid, methods);
    await recordEvent(ctx, "account.confirm", actor.id, { with: by, device: noted.device });
  });
}
