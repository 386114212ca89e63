import "server-only";
import { and, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import * as z from "zod";
import { accountRecoveries } from "@/db/schema/lifecycle";
import { dropCodes, openCode } from "@/lib/accounts/commands/codes";
import { findAccount } from "@/lib/accounts/queries";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { defineJob } from "@/lib/job";

const payload = z.object({ id: z.uuid() });

const running = (id: string) =>
  and(
    eq(accountRecoveries.id, id),
    isNotNull(accountRecoveries.readyAt),
    isNull(accountRecoveries.sentAt),
    isNull(accountRecoveries.endedAt),
  );

const findRunning = async ({ db }: Transaction, id: string) => {
  const [row] = await db
    .select({ accountId: accountRecoveries.accountId, readyAt: accountRecoveries.readyAt })
    .from(accountRecoveries)
    .where(running(id))
    .for("update");
  return row;
};

/** A link to say no, in a mail to the address that the account has now. */
const tellOwner = async (ctx: Transaction, accountId: string) => {
  const owner = await findAccount(ctx, accountId);
  if (owner) await openCode(ctx, { kind: "cancel-recovery", accountId, email: owner.email });
};

const DAY_MS = 24 * 3_600_000;

/** Approved: the owner is told at once, and again a day before the link leaves. */
const startDelay = (ctx: Context, { id }: { id: string }) =>
  transaction(ctx, async (ctx) => {
    const row = await findRunning(ctx, id);
    if (!row?.readyAt) return;
    await tellOwner(ctx, row.accountId);
    const before = new Date(row.readyAt.getTime() - DAY_MS);
    await remindRecoveryJob.enqueue(ctx, { id }, { key: `remind:${id}`, runAt: before });
    await sendRecoveryJob.enqueue(ctx, { id }, { key: `send:${id}`, runAt: row.readyAt });
  });

const remind = (ctx: Context, { id }: { id: string }) =>
  transaction(ctx, async (ctx) => {
    const row = await findRunning(ctx, id);
    if (row) await tellOwner(ctx, row.accountId);
  });

/** The delay is over and nobody said no: a link goes to the new address, once. */
const send = (ctx: Context, { id }: { id: string }) =>
  transaction(ctx, async (ctx) => {
    const [sent] = await ctx.db
      .update(accountRecoveries)
      .set({ sentAt: sql`now()` })
      .where(and(running(id), lte(accountRecoveries.readyAt, sql`now()`)))
      .returning({ accountId: accountRecoveries.accountId, email: accountRecoveries.email });
    if (!sent) return;
    const { accountId, email } = sent;
    await dropCodes(ctx, accountId, "take-recovered");
    await openCode(ctx, { kind: "take-recovered", accountId, email });
    await recordEvent(ctx, "account.send-recovery", accountId, { recoveryId: id });
  });

export const startDelayJob = defineJob("lifecycle.start-recovery", payload, startDelay);
export const remindRecoveryJob = defineJob("lifecycle.remind-recovery", payload, remind);
export const sendRecoveryJob = defineJob("lifecycle.send-recovery", payload, send);
