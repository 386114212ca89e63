import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { forgetAttempts, giveBackAttempt, takeAttempt } from "@/lib/auth/throttle";
import { read, transaction } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { formatWait } from "@/lib/format/duration";
import { verifyPassword } from "@/lib/integrations/password";
import type { AccountProfile } from "../queries";
import { getAccount } from "../queries";
import type { AuthenticateInput } from "../schemas";

/** Of one account, whoever tries; of one network, whatever it tries (a town hall has many people behind one address). */
const BY_ACCOUNT = { kind: "sign-in", free: 5, seconds: 2, most: 300 };
const BY_NETWORK = { kind: "sign-in-network", free: 40, seconds: 2, most: 900 };

const REFUSED =
  "L’adresse de courriel ou le mot de passe ne correspond pas. Vérifiez-les, ou choisissez un nouveau mot de passe.";

const refusal = (message: string) => new DomainError("forbidden", message);

async function waitOrGo(email: string, network: string) {
  const seconds =
    (await takeAttempt(BY_NETWORK, network)) || (await takeAttempt(BY_ACCOUNT, email));
  if (seconds > 0)
    throw refusal(
      `Trop d’essais à la suite. Réessayez dans ${formatWait(seconds)}, ou choisissez un nouveau mot de passe.`,
    );
}

/**
 * The account whose e-mail and password these are. Unknown address, wrong password and closed account give the
 * same refusal after the same work. `network`: where it comes from, see lib/auth/network.ts.
 */
export async function authenticate(
  { email, password }: AuthenticateInput,
  network: string,
): Promise<AccountProfile> {
  await waitOrGo(email, network);
  const open = and(eq(accounts.email, email), isNull(accounts.closedAt));
  const [found] = await read(system("sign-in"), (db) =>
    db.select({ id: accounts.id, hash: accounts.passwordHash }).from(accounts).where(open),
  );
  const isRight = await verifyPassword(found?.hash ?? null, password);
  if (!found || !isRight) throw refusal(REFUSED);

  await forgetAttempts(BY_ACCOUNT, email);
  await giveBackAttempt(BY_NETWORK, network);
  return transaction({ actor: { kind: "account", id: found.id } }, async (ctx) => {
    await ctx.db
      .update(accounts)
      .set({ lastSignInAt: new Date() })
      .where(eq(accounts.id, found.id));
    await recordEvent(ctx, "account.sign-in", found.id);
    return getAccount(ctx, found.id);
  });
}
