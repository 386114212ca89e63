import "server-only";
import { system } from "@/lib/auth/actor";
import { type Context, transaction } from "@/lib/context";
import { conflict, forbidden, invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { getAccount } from "../queries";
import type { ChangeEmailInput, ConfirmInput, LinkInput } from "../schemas";
import { dropCodes, openCode, proveCode, useCode, wrongCode } from "./codes";
import { takeMailTurn } from "./limits";
import { moveTo, takeBack } from "./take-back";

/**
 * Asked after a recent proof (`requireRecentProof`). Sends a code to the new address; nothing changes before it is
 * proven. Returns the id of what is to be proven.
 */
export async function askEmailChange(ctx: Context, { email }: ChangeEmailInput, network: string) {
  if (ctx.actor.kind !== "account") throw forbidden();
  const account = await getAccount(ctx, ctx.actor.id);
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
    await dropCodes(ctx, accountId, "sign-in");
    await openCode(ctx, { kind: "undo-email", accountId, email: before.email });
    await recordEvent(ctx, "account.change-email", accountId);
  });
}

/**
 * From the old mailbox: the address comes back and every session ends. Returns what lets this person choose a new
 * password at once, since somebody else knew the old one.
 */
export async function undoEmailChange(input: LinkInput) {
  const { id: codeId, accountId, email, createdAt } = await proveCode("undo-email", input);
  if (!accountId) throw conflict("Ce lien n’est plus valable.");
  return transaction(system("accounts"), async (ctx) => {
    await useCode(ctx, codeId);
    await recordEvent(ctx, "account.undo-email-change", accountId);
    return takeBack(ctx, { accountId, email, since: createdAt });
  });
}
