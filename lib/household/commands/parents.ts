import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import { children, parentInvitations } from "@/db/schema/household";
import { takeMailTurn } from "@/lib/accounts/commands/limits";
import { fullName } from "@/lib/accounts/model";
import { getAccount } from "@/lib/accounts/queries";
import { system } from "@/lib/auth/actor";
import { type Context, transaction } from "@/lib/context";
import { conflict, invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { answerBy, hasRoom } from "../model";
import { findInvitation, getChild, getInvitation } from "../queries";
import { tellParents } from "./children";
import { householdMailJob } from "./send-mail";

const FULL = "Cet enfant est déjà partagé entre deux parents.";

/** Asks the holder of a mailbox, with an account or not, to share a child. Asked again, the former asking is replaced. */
export async function inviteParent(ctx: Context, childId: string, email: string, network: string) {
  const account = await getAccount(ctx, ctx.actor.id);
  if (account.email === email)
    throw invalid({ email: "C’est votre propre adresse. Écrivez celle de l’autre parent." });
  const child = await getChild(ctx, childId);
  if (!hasRoom(child)) throw conflict(FULL);
  if ((await findInvitation(ctx, childId))?.inviteeEmail === email) return;
  await takeMailTurn(email, network);
  await transaction(ctx, async (ctx) => {
    await ctx.db.delete(parentInvitations).where(eq(parentInvitations.childId, childId));
    const id = randomUUID();
    await ctx.db.insert(parentInvitations).values({
      id,
      childId,
      childName: child.givenName,
      inviterId: account.id,
      inviterName: fullName(account),
      inviteeEmail: email,
      answerBy: answerBy(new Date()),
    });
    await recordEvent(ctx, "child.invite", account.id);
    await householdMailJob.enqueue(ctx, { invitationId: id, noticeId: randomUUID() });
  });
}

/** The other parent accepts and declares in turn; from then on the child is in both households. */
export async function joinParent(ctx: Context, invitationId: string) {
  const { id, childId } = await getInvitation(ctx, invitationId);
  const joinerId = ctx.actor.id;
  // Until then the child is not theirs to see: the system writes it, once the mailbox was checked above.
  await transaction(system("household"), async (ctx) => {
    const [joined] = await ctx.db
      .update(children)
      .set({ parentIds: sql`array_append(${children.parentIds}, ${joinerId}::uuid)` })
      .where(
        and(
          eq(children.id, childId),
          sql`cardinality(${children.parentIds}) < 2 and not ${children.parentIds} @> array[${joinerId}]::uuid[]`,
        ),
      )
      .returning({ parentIds: children.parentIds });
    if (!joined) throw conflict(FULL);
    await ctx.db.delete(parentInvitations).where(eq(parentInvitations.id, id));
    // recordEvent( for each parent.
    await tellParents(ctx, "child.join", joined.parentIds);
  });
}

/** By whoever was asked, or whoever asked. Twice, there is nothing left to do. */
export function declineParent(ctx: Context, invitationId: string) {
  return transaction(ctx, async (ctx) => {
    const mine = eq(parentInvitations.id, invitationId);
    const [asked] = await ctx.db
      .select({ inviterId: parentInvitations.inviterId })
      .from(parentInvitations)
      .where(mine);
    if (!asked) return;
    // Told while it is still there: who was asked may tell of it only until then.
    await recordEvent(ctx, "child.decline", asked.inviterId);
    await ctx.db.delete(parentInvitations).where(mine);
  });
}

/** Every night: what nobody answered in time is no longer asked. */
export const purgeInvitations = (ctx: Context) =>
  transaction(ctx, async ({ db }) => {
    await db.delete(parentInvitations).where(lt(parentInvitations.answerBy, sql`now()`));
  });
