import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { accountClosures } from "@/db/schema/lifecycle";
import { findAccount } from "@/lib/accounts/queries";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { env } from "@/lib/env";
import { recordEvent } from "@/lib/events/commands";
import {
  type Closure,
  endAfter,
  inactiveSince,
  inactivityEnd,
  inDays,
  isDue,
  REMINDERS,
  reminderDue,
} from "../model";
import { holdsRole, listEnding, listForgotten, listUnerased } from "../queries";
import { closeAccount } from "./close-account";
import { endUnopened } from "./end-recovery";
import { eraseAccountJob } from "./erase-account";
import { closureNoticeJob } from "./send-notice";
import { dropOldProofs, dropOldRecoveries, forgetOldNames } from "./tidy";

/** Told 60, 30 and 7 days before; whoever signs in meanwhile is forgotten here. Not agents: their account is their work's. */
const warnForgotten = async (ctx: Context, now: Date) => {
  const since = inactiveSince(env().ACCOUNT_INACTIVITY_MONTHS, now);
  for (const { id } of await listForgotten(ctx, since)) {
    if (await holdsRole(id)) continue;
    const way = { cause: "inactivity" as const, askedAt: now, dueAt: inactivityEnd(now) };
    await transaction(ctx, async (ctx) => {
      await ctx.db
        .insert(accountClosures)
        .values({ accountId: id, ...way })
        .onConflictDoNothing();
      await recordEvent(ctx, "account.warn-closure", id, { dueAt: way.dueAt });
    });
  }
};

type Row = Closure & { accountId: string; askedAt: Date };

const stop = ({ db }: Transaction, accountId: string) =>
  db.delete(accountClosures).where(eq(accountClosures.accountId, accountId));

const remind = async (ctx: Transaction, row: Row, reminder: number, now: Date) => {
  const { accountId } = row;
  await ctx.db
    .update(accountClosures)
    .set({ remindedDays: reminder, dueAt: endAfter(reminder, row, now) })
    .where(eq(accountClosures.accountId, accountId));
  const what = row.cause === "owner" ? ("reminder" as const) : ("inactive" as const);
  await closureNoticeJob.enqueue(ctx, { accountId, what, noticeId: randomUUID() });
};

/** One account, one transaction, its row locked: run twice, or by two workers, each thing happens once. */
const step = (ctx: Context, accountId: string, now: Date) =>
  transaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select()
      .from(accountClosures)
      .where(eq(accountClosures.accountId, accountId))
      .for("update", { skipLocked: true });
    if (!row) return;
    const account = await findAccount(ctx, accountId);
    const isBack = row.cause === "inactivity" && (account?.lastSignInAt ?? 0) > row.askedAt;
    if (!account || isBack) return void (await stop(ctx, accountId));
    const reminder = reminderDue(row, now);
    if (reminder !== null) return remind(ctx, row, reminder, now);
    if (isDue(row, now) && !(await holdsRole(accountId, ctx)))
      await closeAccount(ctx, accountId, row.cause);
  });

/** Every night: warns, reminds, closes, and finishes what a stopped worker or mail server left. */
export async function endAccounts(ctx: Context, now = new Date()) {
  // recordEvent( in warnForgotten and closeAccount.
  await warnForgotten(ctx, now);
  const soon = inDays(REMINDERS.inactivity[0], now);
  for (const { accountId } of await listEnding(ctx, soon)) await step(ctx, accountId, now);
  for (const { id: accountId } of await listUnerased(ctx))
    await transaction(ctx, (ctx) =>
      eraseAccountJob.enqueue(ctx, { accountId }, { key: accountId }),
    );
  await endUnopened(ctx);
  await forgetOldNames(ctx);
  await dropOldProofs(ctx);
  await dropOldRecoveries(ctx);
}
