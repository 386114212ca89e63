import "server-only";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/lifecycle";
import { RECOVERY_HOURS } from "@/lib/accounts/model";
import { findAccountByEmail } from "@/lib/accounts/queries";
import { system } from "@/lib/auth/actor";
import { type Context, transaction } from "@/lib/context";
import { conflict, forbidden, invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { holdsRole } from "../queries";
import { findRecoveryOffice } from "../queries/recoveries";
import type { AskRecoveryInput } from "../schemas";
import { startDelayJob } from "./send-recovery";

const lifecycle = system("lifecycle");

const NOBODY = "Aucun compte n’a cette adresse. Vérifiez-la avec la personne.";
const ROLE_HELD =
  "C’est le compte d’un agent\u00a0: son administrateur lui donne un autre accès, par sa nouvelle adresse.";
const OPEN = "Une récupération de ce compte est déjà en cours.";
const NOT_YOURS = "Quelqu’un d’autre doit l’approuver, ou elle n’attend plus d’accord.";

const officer = async (ctx: Context) => {
  const office = await findRecoveryOffice(ctx);
  if (ctx.actor.kind !== "agent" || !office) throw forbidden();
  return { office, agentId: ctx.actor.id };
};

/** The first of two agents: has seen the person, and says what they checked. Nothing happens before the second. */
export async function askRecovery(ctx: Context, input: AskRecoveryInput) {
  const { office, agentId } = await officer(ctx);
  const account = await findAccountByEmail(lifecycle, input.email);
  if (!account) throw invalid({ email: NOBODY });
  if (await holdsRole(account.id)) throw conflict(ROLE_HELD);
  return transaction(ctx, async (ctx) => {
    const { newEmail, reason, evidence } = input;
    const [asked] = await ctx.db
      .insert(accountRecoveries)
      .values({
        organisationId: office,
        accountId: account.id,
        email: newEmail,
        reason,
        evidence: [...evidence],
        askedBy: agentId,
      })
      .onConflictDoNothing()
      .returning({ id: accountRecoveries.id });
    if (!asked) throw conflict(OPEN);
    await recordEvent(ctx, "account.ask-recovery", account.id, { recoveryId: asked.id });
    return asked.id;
  });
}

/** The second of two agents, another one: the 72 hours begin. Of two who approve at once, one does. */
export async function approveRecovery(ctx: Context, id: string) {
  const { agentId } = await officer(ctx);
  await transaction(ctx, async (ctx) => {
    const [approved] = await ctx.db
      .update(accountRecoveries)
      .set({
        approvedBy: agentId,
        approvedAt: sql`now()`,
        readyAt: sql`now() + ${RECOVERY_HOURS} * interval '1 hour'`,
      })
      .where(
        and(
          eq(accountRecoveries.id, id),
          ne(accountRecoveries.askedBy, agentId),
          isNull(accountRecoveries.approvedBy),
          isNull(accountRecoveries.endedAt),
        ),
      )
      .returning({ accountId: accountRecoveries.accountId });
    if (!approved) throw conflict(NOT_YOURS);
    await recordEvent(ctx, "account.approve-recovery", approved.accountId, { recoveryId: id });
    await startDelayJob.enqueue(ctx, { id });
  });
}

/** Any of them, at any moment before its end. */
export async function cancelRecovery(ctx: Context, id: string) {
  await officer(ctx);
  await transaction(ctx, async (ctx) => {
    const [ended] = await ctx.db
      .update(accountRecoveries)
      .set({ endedAt: sql`now()`, outcome: "cancelled-by-agent" })
      .where(and(eq(accountRecoveries.id, id), isNull(accountRecoveries.endedAt)))
      .returning({ accountId: accountRecoveries.accountId });
    if (ended)
      await recordEvent(ctx, "account.cancel-recovery", ended.accountId, { recoveryId: id });
  });
}
