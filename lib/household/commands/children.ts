import "server-only";
import { and, arrayContains, eq, sql } from "drizzle-orm";
import { children } from "@/db/schema/household";
import { system } from "@/lib/auth/actor";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden, notFound } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { type HouseholdAction, MOST_CHILDREN } from "../model";
import { canRead } from "../policy";
import { type Child, findKeptAccount, getChild, listChildren } from "../queries";
import type { AddChildInput, UpdateChildInput } from "../schemas";

/** Written in the journal of each parent. */
export const tellParents = async (
  ctx: Transaction,
  action: HouseholdAction,
  parentIds: readonly string[],
) => {
  for (const parentId of parentIds) await recordEvent(ctx, action, parentId);
};

/** Data of the parent’s account, with their word that they have parental authority. Sent twice, written once. */
export function addChild(ctx: Context, { authority: _, ...child }: AddChildInput) {
  const { actor } = ctx;
  if (actor.kind !== "account") throw forbidden();
  return transaction(ctx, async (ctx) => {
    if ((await listChildren(ctx, actor.id)).length >= MOST_CHILDREN)
      throw conflict(`Un foyer compte ${MOST_CHILDREN}\u00a0enfants au plus.`);
    const [added] = await ctx.db
      .insert(children)
      .values({ ...child, parentIds: [actor.id] })
      .onConflictDoNothing()
      .returning({ id: children.id });
    if (added) await recordEvent(ctx, "child.add", actor.id, { authority: "sur l’honneur" });
  });
}

async function getOwn(ctx: Transaction, id: string): Promise<Child> {
  const child = await getChild(ctx, id);
  if (!canRead(ctx.actor, child)) throw notFound("Enfant");
  return child;
}

/** Either parent corrects; the journal of both says so. */
export function updateChild(ctx: Context, id: string, values: UpdateChildInput) {
  return transaction(ctx, async (ctx) => {
    const { parentIds } = await getOwn(ctx, id);
    await ctx.db.update(children).set(values).where(eq(children.id, id));
    // recordEvent( for each parent.
    await tellParents(ctx, "child.update", parentIds);
  });
}

/** Takes a child out of one household; with its last parent, everything about the child goes. */
const leave = async (ctx: Transaction, { id, parentIds }: Child, parentId: string) => {
  const mine = and(eq(children.id, id), arrayContains(children.parentIds, [parentId]));
  if (parentIds.length === 1) await ctx.db.delete(children).where(mine);
  else
    await ctx.db
      .update(children)
      .set({ parentIds: sql`array_remove(${children.parentIds}, ${parentId}::uuid)` })
      .where(mine);
  await tellParents(ctx, "child.remove", parentIds);
};

/** Out of one’s own household; the other parent keeps it in theirs. Pressed twice, there is nothing left to do. */
export async function removeChild(ctx: Context, id: string) {
  const { actor } = ctx;
  if (actor.kind !== "account") throw forbidden();
  const child = (await listChildren(ctx, actor.id)).find((one) => one.id === id);
  if (!child) return;
  // recordEvent( in leave. Once out, the row is not the parent’s to see: the system writes it.
  await transaction(system("household"), (ctx) => leave(ctx, child, actor.id));
}

/** A child of both accounts becomes one parent’s; the other children follow the person to the account that stays. */
const follow = async (ctx: Transaction, { id, parentIds }: Child, from: string, to: string) => {
  const kept = [...new Set(parentIds.map((parentId) => (parentId === from ? to : parentId)))];
  await ctx.db.update(children).set({ parentIds: kept }).where(eq(children.id, id));
  await tellParents(ctx, "child.update", kept);
};

/**
 * An account is erased: its household is forgotten, what the other parent shares stays theirs. Joined to another account,
 * its children follow. For a job.
 */
export function forgetHousehold(ctx: Context, accountId: string) {
  // recordEvent( in leave or follow, for each child.
  return transaction(ctx, async (ctx) => {
    const keptId = await findKeptAccount(ctx, accountId);
    for (const child of await listChildren(ctx, accountId))
      await (keptId ? follow(ctx, child, accountId, keptId) : leave(ctx, child, accountId));
  });
}
