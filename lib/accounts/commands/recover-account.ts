import "server-only";
import { eq } from "drizzle-orm";
import { identifications } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { transaction } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import type { ConfirmInput } from "../schemas";
import { dropCodes, openCode, proveCode, useCode, wrongCode } from "./codes";
import { handOverAccount } from "./hand-over-account";
import { findWaiting, finishIdentification, getWaiting, STALE } from "./identifications";
import { takeMailTurn } from "./limits";
import { findRecoverable, linkIdentity } from "./link-identity";

const connect = system("franceconnect");

/** The account that FranceConnect has just found for whoever uses this browser; null once it is over. */
export const findRecovered = async (id: string, browser: string) => {
  const waiting = await findWaiting({ id }, browser);
  if (waiting?.purpose !== "recover") return null;
  return transaction(connect, (tx) => findRecoverable(tx, waiting.person));
};

const getRecovery = async (by: { id: string } | { codeId: string }, browser: string) => {
  const waiting = await getWaiting(by, browser);
  const holder = await transaction(connect, (tx) => findRecoverable(tx, waiting.person));
  if (waiting.purpose !== "recover" || !holder) throw conflict(STALE);
  return { waiting, holder };
};

/** Writes to the address that their account is to have, new or the same; returns the id of what is to be proven. */
export async function askRecoveredMailbox(
  { id, email }: { id: string; email: string },
  browser: string,
  network: string,
) {
  const { holder } = await getRecovery({ id }, browser);
  await takeMailTurn(email, network);
  return transaction(connect, async (ctx) => {
    await dropCodes(ctx, holder.id, "recover");
    const codeId = await openCode(ctx, { kind: "recover", accountId: holder.id, email });
    await ctx.db.update(identifications).set({ codeId }).where(eq(identifications.id, id));
    await recordEvent(ctx, "account.ask-code", codeId);
    return codeId;
  });
}

/**
 * The mailbox is proven: the account is theirs again. FranceConnect said who they are, a moment before, in this browser.
 * Returns what lets them choose a password.
 */
export async function recoverByFranceConnect(input: ConfirmInput, browser: string) {
  const { waiting, holder } = await getRecovery({ codeId: input.id }, browser);
  const { id: codeId, email, accountId } = await proveCode("recover", input);
  if (accountId !== holder.id) throw wrongCode();
  return transaction(connect, async (ctx) => {
    await useCode(ctx, codeId);
    await finishIdentification(ctx, waiting.id);
    await linkIdentity(ctx, holder.id, waiting.person);
    const reset = await handOverAccount(ctx, holder.id, email);
    await recordEvent(ctx, "account.recover", holder.id, { with: "franceconnect" });
    return reset;
  });
}
