import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { endSessions } from "@/lib/connect/commands/end-sessions";
import { type Context, read, transaction } from "@/lib/context";
import { conflict, forbidden, invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { hashPassword, verifyPassword } from "@/lib/integrations/password";
import { getAccount } from "../queries";
import { type ChangePasswordInput, ownWords } from "../schemas";
import { dropCodes, tellPasswordChanged } from "./codes";
import { refuseGuessable } from "./password-strength";

/**
 * Changes the password, or gives a first one to an account that FranceConnect opens; asked after a recent proof
 * (`requireRecentProof`). Ends every session, this one too, and tells the owner.
 */
export async function changePassword(ctx: Context, { password }: ChangePasswordInput) {
  if (ctx.actor.kind !== "account") throw forbidden();
  const account = await getAccount(ctx, ctx.actor.id);
  await refuseGuessable(password, ownWords(account));
  const [row] = await read(ctx, (db) =>
    db.select({ hash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, account.id)),
  );
  const hash = row?.hash ?? null;
  if (hash && (await verifyPassword(hash, password)))
    throw invalid({ password: "Choisissez un mot de passe différent de l’actuel." });
  const passwordHash = await hashPassword(password);
  const unchanged = hash ? eq(accounts.passwordHash, hash) : isNull(accounts.passwordHash);
  await transaction(ctx, async (ctx) => {
    const [changed] = await ctx.db
      .update(accounts)
      .set({ passwordHash, passwordChangedAt: new Date() })
      .where(and(eq(accounts.id, account.id), unchanged))
      .returning({ id: accounts.id });
    if (!changed) throw conflict("Votre mot de passe vient d’être changé ailleurs.");
    await dropCodes(ctx, account.id, "reset-password");
    await endSessions(ctx, account.id);
    await recordEvent(ctx, "account.change-password", account.id);
    await tellPasswordChanged(ctx, account.id);
  });
}
