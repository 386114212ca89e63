import "server-only";
import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { forgetAttempts } from "@/lib/auth/throttle";
import { noteProof } from "@/lib/connect/commands/note-proof";
import { type Context, read, transaction } from "@/lib/context";
import { forbidden, invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { verifyPassword } from "@/lib/integrations/password";
import { getAccount } from "../queries";
import type { ConfirmInput } from "../schemas";
import { dropCodes, openCode, proveCode, useCode, wrongCode } from "./codes";
import { SECOND_STEP, SIGN_IN, takeMailTurn, takeTurn } from "./limits";
import { takePasskey } from "./passkeys";
import { takeTotp } from "./totp";

const tooMany = (wait: string) => `Trop d’essais à la suite. Réessayez dans ${wait}.`;

/** The account that holds this session. */
const owner = (ctx: Context) => {
  if (ctx.actor.kind !== "account") throw forbidden();
  return getAccount(ctx, ctx.actor.id);
};

/** The owner types the password again: `uid` is their session. */
export async function confirmByPassword(ctx: Context, uid: string, password: string) {
  const { id, email } = await owner(ctx);
  await takeTurn([[SIGN_IN, email]], tooMany);
  const [row] = await read(ctx, (db) =>
    db.select({ hash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, id)),
  );
  if (!(await verifyPassword(row?.hash ?? null, password)))
    throw invalid({ password: "Ce n’est pas votre mot de passe. Vérifiez-le." });
  await forgetAttempts(SIGN_IN, email);
  await noteProof(ctx, uid, "password");
}

/** By the code of the owner's application. */
export async function confirmByTotp(ctx: Context, uid: string, code: string) {
  const { id } = await owner(ctx);
  await takeTurn([[SECOND_STEP, id]], tooMany);
  if (!(await transaction(system("factors"), (ctx) => takeTotp(ctx, id, code))))
    throw invalid({ code: "Ce code ne correspond pas, ou il a déjà servi. Attendez le suivant." });
  await forgetAttempts(SECOND_STEP, id);
  await noteProof(ctx, uid, "totp", ["otp"]);
}

/** By a passkey of the owner's. */
export async function confirmByPasskey(
  ctx: Context,
  uid: string,
  signed: Parameters<typeof takePasskey>[0],
  browser: string,
) {
  const { id: accountId } = await owner(ctx);
  const { methods } = await takePasskey(signed, { purpose: "confirm", accountId, browser });
  await noteProof(ctx, uid, "passkey", methods);
}

/**
 * Sends a code to the owner's mailbox, for an account without a password; returns its id. With a password, a mailbox
 * left open beside the session must not be enough.
 */
export async function askConfirmCode(ctx: Context, network: string) {
  const { id: accountId, email, hasPassword } = await owner(ctx);
  if (hasPassword) throw forbidden();
  await takeMailTurn(email, network);
  return transaction(ctx, async (ctx) => {
    await dropCodes(ctx, accountId, "confirm");
    const id = await openCode(ctx, { kind: "confirm", accountId, email });
    await recordEvent(ctx, "account.ask-code", id);
    return id;
  });
}

export async function confirmByCode(ctx: Context, uid: string, input: ConfirmInput) {
  const { id: codeId, accountId } = await proveCode("confirm", input);
  if (ctx.actor.kind !== "account" || accountId !== ctx.actor.id) throw wrongCode();
  await transaction(ctx, async (ctx) => {
    await useCode(ctx, codeId);
    await noteProof(ctx, uid, "code");
  });
}
