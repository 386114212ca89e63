import "server-only";
import { and, eq, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { endSessions } from "@/lib/connect/commands/end-sessions";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden, invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { getAccount } from "../queries";
import type { ChangeEmailInput, ConfirmInput, UndoEmailInput } from "../schemas";
import { provePassword } from "./change-password";
import { dropCodes, openCode, proveCode, useCode, wrongCode } from "./codes";
import { takeMailTurn } from "./limits";

/** Sends a code to the new address; nothing changes before it is proven. Returns the id of what is to be proven. */
export async function askEmailChange(
  ctx: Context,
  { email, password }: ChangeEmailInput,
  network: string,
) {
  const { account } = await provePassword(ctx, password, "password");
  if (email === account.email)
    throw invalid({ email: "C’est déjà votre adresse. Écrivez la nouvelle." });
  await takeMailTurn(email, network);
  return transaction(ctx, async (ctx) => {
    await dropCodes(ctx, account.id, "change-email");
    const id = await openCode(ctx, { kind: "change-email", accountId: account.id, email });
    await recordEvent(ctx, "account.ask-email-change", account.id);
    return id;
  });
}

const other = alias(accounts, "other");

/** Takes the address unless somebody else has it; asks the system, who alone sees the other accounts. */
const moveTo = async ({ db }: Transaction, accountId: string, email: string) => {
  const taken = db.select({ one: sql`1` }).from(other).where(eq(other.email, email));
  const [moved] = await db
    .update(accounts)
    .set({ email, emailVerifiedAt: new Date() })
    .where(and(eq(accounts.id, accountId), notExists(taken)))
    .returning({ id: accounts.id });
  return moved !== undefined;
};

/** The new address is proven: it is the account's. The old one is told, with a link to go back. */
export async function confirmEmailChange(ctx: Context, input: ConfirmInput) {
  const { actor } = ctx;
  if (actor.kind !== "account") throw forbidden();
  const { id: codeId, accountId, email } = await proveCode("change-email", input);
  if (accountId !== actor.id) throw wrongCode();
  await transaction(system("accounts"), async (ctx) => {
    const before = await getAccount(ctx, accountId);
    await useCode(ctx, codeId);
    if (!(await moveTo(ctx, accountId, email))) throw wrongCode();
    await dropCodes(ctx, accountId, "reset-password");
    await openCode(ctx, { kind: "undo-email", accountId, email: before.email });
    await recordEvent(ctx, "account.change-email", accountId);
  });
}

/**
 * From the old mailbox: the address comes back and every session ends. Returns what lets this person choose a new
 * password at once, since somebody else knew the old one.
 */
export async function undoEmailChange(input: UndoEmailInput) {
  const { id: codeId, accountId, email, createdAt } = await proveCode("undo-email", input);
  if (!accountId) throw conflict("Ce lien n’est plus valable.");
  return transaction(system("accounts"), async (ctx) => {
    await useCode(ctx, codeId);
    if (!(await moveTo(ctx, accountId, email)))
      throw conflict("Cette adresse sert maintenant à un autre compte. Appelez-nous.");
    await dropCodes(ctx, accountId, "change-email");
    // Of the address that goes, and of those it was changed to since: they may be the intruder's.
    await dropCodes(ctx, accountId, "reset-password");
    await dropCodes(ctx, accountId, "undo-email", createdAt);
    await endSessions(ctx, accountId);
    await recordEvent(ctx, "account.undo-email-change", accountId);
    return openCode(ctx, { kind: "reset-password", accountId, email });
  });
}
