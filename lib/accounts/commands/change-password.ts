import "server-only";
import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { forgetAttempts } from "@/lib/auth/throttle";
import { endSessions } from "@/lib/connect/commands/end-sessions";
import { type Context, read, transaction } from "@/lib/context";
import { conflict, forbidden, invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { hashPassword, verifyPassword } from "@/lib/integrations/password";
import { isWeakPassword } from "../model";
import { getAccount } from "../queries";
import { type ChangePasswordInput, ownWords, WEAK_PASSWORD } from "../schemas";
import { dropCodes, tellPasswordChanged } from "./codes";
import { SIGN_IN, takeTurn } from "./limits";

/** The signed-in account and its hash, once its password was typed again; `field` carries the refusal. */
export const provePassword = async (ctx: Context, typed: string, field: string) => {
  if (ctx.actor.kind !== "account") throw forbidden();
  const account = await getAccount(ctx, ctx.actor.id);
  await takeTurn(
    [[SIGN_IN, account.email]],
    (wait) => `Trop d’essais à la suite. Réessayez dans ${wait}.`,
  );
  const [row] = await read(ctx, (db) =>
    db.select({ hash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, account.id)),
  );
  if (!row?.hash || !(await verifyPassword(row.hash, typed)))
    throw invalid({ [field]: "Ce n’est pas votre mot de passe actuel. Vérifiez-le." });
  await forgetAttempts(SIGN_IN, account.email);
  return { account, hash: row.hash };
};

/** Ends every session, this one too, and tells the owner. */
export async function changePassword(ctx: Context, { current, password }: ChangePasswordInput) {
  const { account, hash } = await provePassword(ctx, current, "current");
  if (isWeakPassword(password, ownWords(account))) throw invalid({ password: WEAK_PASSWORD });
  if (password === current)
    throw invalid({ password: "Choisissez un mot de passe différent de l’actuel." });
  const passwordHash = await hashPassword(password);
  await transaction(ctx, async (ctx) => {
    const [changed] = await ctx.db
      .update(accounts)
      .set({ passwordHash, passwordChangedAt: new Date() })
      .where(and(eq(accounts.id, account.id), eq(accounts.passwordHash, hash)))
      .returning({ id: accounts.id });
    if (!changed) throw conflict("Votre mot de passe vient d’être changé ailleurs.");
    await dropCodes(ctx, account.id, "reset-password");
    await endSessions(ctx, account.id);
    await recordEvent(ctx, "account.change-password", account.id);
    await tellPasswordChanged(ctx, account.id);
  });
}
