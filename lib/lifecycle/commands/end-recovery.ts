import "server-only";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/lifecycle";
import { dropCodes, proveCode, useCode } from "@/lib/accounts/commands/codes";
import { handOverAccount } from "@/lib/accounts/commands/hand-over-account";
import type { LinkInput } from "@/lib/accounts/schemas";
import { system } from "@/lib/auth/actor";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import type { RecoveryOutcome } from "../model/recovery";
import { listUnopened } from "../queries/recoveries";

const lifecycle = system("lifecycle");
const STALE = "Ce lien n’est plus valable\u00a0: la récupération est finie, ou annulée.";

const open = (accountId: string) =>
  and(eq(accountRecoveries.accountId, accountId), isNull(accountRecoveries.endedAt));

const end = async (ctx: Transaction, outcome: RecoveryOutcome, which: ReturnType<typeof open>) => {
  const [ended] = await ctx.db
    .update(accountRecoveries)
    .set({ endedAt: sql`now()`, outcome })
    .where(which)
    .returning({ id: accountRecoveries.id, email: accountRecoveries.email });
  return ended;
};

/** From the mailbox of the account, with one link: no, it was not me. */
export async function refuseRecovery(input: LinkInput) {
  const { accountId } = await proveCode("cancel-recovery", input);
  if (!accountId) throw conflict(STALE);
  await transaction(lifecycle, async (ctx) => {
    const ended = await end(ctx, "cancelled-by-owner", open(accountId));
    if (!ended) throw conflict(STALE);
    for (const kind of ["cancel-recovery", "take-recovered"] as const)
      await dropCodes(ctx, accountId, kind);
    await recordEvent(ctx, "account.cancel-recovery", accountId, { recoveryId: ended.id });
  });
}

/** From the new address, after the delay: the account is theirs. Returns what lets them choose a password. */
export async function takeRecovered(input: LinkInput) {
  const { id: codeId, accountId, email } = await proveCode("take-recovered", input);
  if (!accountId) throw conflict(STALE);
  return transaction(lifecycle, async (ctx) => {
    await useCode(ctx, codeId);
    const ready = and(open(accountId), isNotNull(accountRecoveries.sentAt));
    const ended = await end(ctx, "done", and(ready, eq(accountRecoveries.email, email)));
    if (!ended) throw conflict(STALE);
    const reset = await handOverAccount(ctx, accountId, email);
    await recordEvent(ctx, "account.recover", accountId, { with: "agents", recoveryId: ended.id });
    return reset;
  });
}

/** Every night: links that nobody opened are over. */
export const endUnopened = async (ctx: Context) => {
  for (const { id, accountId } of await listUnopened(ctx))
    await transaction(ctx, async (ctx) => {
      const ended = await end(ctx, "expired", and(open(accountId), eq(accountRecoveries.id, id)));
      if (ended) await recordEvent(ctx, "account.cancel-recovery", accountId, { recoveryId: id });
    });
};
