import "server-only";
import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { passkeys, recoveryCodes, totpAuthenticators } from "@/db/schema/accounts-factors";
import { endSessions } from "@/lib/connect/commands/end-sessions";
import type { Transaction } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { getAccount } from "../queries";
import { dropCodes, openCode } from "./codes";
import { lockAccount } from "./lock-account";
import { moveTo } from "./take-back";

const TAKEN = "Cette adresse sert maintenant à un autre compte. Recommencez avec une autre.";

/**
 * To whoever proved that an account is theirs without its mailbox: it has this address, every session ends, and nothing
 * that opened it before does any more, but FranceConnect. The address before is told, with seven days to take it back.
 * Returns what lets the person choose a password at once. As the system.
 */
export const handOverAccount = async (ctx: Transaction, accountId: string, email: string) => {
  await lockAccount(ctx, accountId);
  const before = await getAccount(ctx, accountId);
  if (!(await moveTo(ctx, accountId, email))) throw conflict(TAKEN);
  await ctx.db
    .update(accounts)
    .set({ passwordHash: null, passwordChangedAt: new Date() })
    .where(eq(accounts.id, accountId));
  for (const table of [passkeys, recoveryCodes, totpAuthenticators])
    await ctx.db.delete(table).where(eq(table.accountId, accountId));
  for (const kind of ["change-email", "reset-password", "sign-in", "confirm", "merge"] as const)
    await dropCodes(ctx, accountId, kind);
  for (const kind of ["recover", "cancel-recovery", "take-recovered"] as const)
    await dropCodes(ctx, accountId, kind);
  await endSessions(ctx, accountId);
  if (before.email !== email)
    await openCode(ctx, { kind: "undo-email", accountId, email: before.email });
  return openCode(ctx, { kind: "reset-password", accountId, email });
};
