import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { forgetAttempts } from "@/lib/auth/throttle";
import { endSessions } from "@/lib/connect/commands/end-sessions";
import { transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { hashPassword } from "@/lib/integrations/password";
import { getAccount } from "../queries";
import { type AskResetInput, ownWords, type ResetPasswordInput } from "../schemas";
import { dropCodes, openCode, proveCode, tellPasswordChanged, useCode, wrongCode } from "./codes";
import { SIGN_IN, takeMailTurn } from "./limits";
import { refuseGuessable } from "./password-strength";

/** Does not look whether the account exists: the worker does. Returns the id of what is to be proven. */
export async function askReset({ email }: AskResetInput, network: string) {
  await takeMailTurn(email, network);
  return transaction(system("accounts"), async (ctx) => {
    const id = await openCode(ctx, { kind: "reset-password", email });
    await recordEvent(ctx, "account.ask-reset", id);
    return id;
  });
}

/** Ends every session, tells the owner, and forgets earlier attempts: the new password opens at once. */
export async function resetPassword({ password, ...proof }: ResetPasswordInput) {
  await refuseGuessable(password);
  const { id: codeId, accountId } = await proveCode("reset-password", proof);
  if (!accountId) throw wrongCode();
  const account = await getAccount(system("accounts"), accountId);
  await refuseGuessable(password, ownWords(account));
  const passwordHash = await hashPassword(password);
  await transaction(system("accounts"), async (ctx) => {
    await useCode(ctx, codeId);
    await ctx.db
      .update(accounts)
      .set({ passwordHash, passwordChangedAt: new Date() })
      .where(and(eq(accounts.id, accountId), isNull(accounts.closedAt)));
    await dropCodes(ctx, accountId, "reset-password");
    await dropCodes(ctx, accountId, "change-email");
    await endSessions(ctx, accountId);
    await recordEvent(ctx, "account.reset-password", accountId);
    await tellPasswordChanged(ctx, accountId);
  });
  await forgetAttempts(SIGN_IN, account.email);
  return accountId;
}
