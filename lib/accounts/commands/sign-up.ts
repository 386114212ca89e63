import "server-only";
import { eq } from "drizzle-orm";
import { accountCodes, accounts } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { transaction } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { hashPassword } from "@/lib/integrations/password";
import { findOpenCode } from "../queries";
import { type ConfirmInput, type NewAddressInput, ownWords, type SignUpInput } from "../schemas";
import { openCode, proveCode, sendAgain, useCode, wrongCode } from "./codes";
import { takeMailTurn } from "./limits";
import { refuseGuessable } from "./password-strength";

/**
 * Keeps what was typed until the address is proven. Does not look whether an account exists: the worker does, and
 * writes to whoever holds the address. Returns the id of what is to be proven.
 */
export async function startSignUp(
  { email, password, givenName, familyName }: SignUpInput,
  network: string,
) {
  await refuseGuessable(password, ownWords({ email, givenName, familyName }));
  await takeMailTurn(email, network);
  const pending = { givenName, familyName, passwordHash: await hashPassword(password) };
  return transaction(system("accounts"), async (ctx) => {
    const id = await openCode(ctx, { kind: "sign-up", email, pending });
    await recordEvent(ctx, "account.sign-up", id);
    return id;
  });
}

/** The address was mistyped: the code goes to the right one. */
export async function correctSignUp({ id, email }: NewAddressInput, network: string) {
  await takeMailTurn(email, network);
  await transaction(system("accounts"), async (ctx) => {
    await sendAgain(ctx, id, "sign-up", email);
    await recordEvent(ctx, "account.ask-code", id);
  });
}

/** Sends the code of a sign-up, a reset or a change of address again. */
export async function resendCode(id: string, network: string) {
  const code = await findOpenCode(id);
  if (!code) throw notFound("Code");
  const { kind, email } = code;
  await takeMailTurn(email, network);
  await transaction(system("accounts"), async (ctx) => {
    await sendAgain(ctx, id, kind, email);
    await recordEvent(ctx, "account.ask-code", id);
  });
}

/** The address is proven: the account exists from now on. Returns its id. */
export async function confirmSignUp(input: ConfirmInput) {
  const { id: codeId, email, pending } = await proveCode("sign-up", input);
  if (!pending) throw wrongCode();
  return transaction(system("accounts"), async (ctx) => {
    const [created] = await ctx.db
      .insert(accounts)
      .values({ ...pending, email, emailVerifiedAt: new Date(), termsAcceptedAt: new Date() })
      .onConflictDoNothing({ target: accounts.email })
      .returning({ id: accounts.id });
    // Somebody who has an account was never sent this code: it was guessed, or proven twice.
    if (!created) throw wrongCode();
    await useCode(ctx, codeId);
    await ctx.db
      .update(accountCodes)
      .set({ accountId: created.id })
      .where(eq(accountCodes.id, codeId));
    await recordEvent(ctx, "account.create", created.id);
    return created.id;
  });
}
