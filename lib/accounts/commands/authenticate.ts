import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { accountDevices, accounts } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { networkMark } from "@/lib/auth/network";
import { hashToken } from "@/lib/auth/secrets";
import { forgetAttempts, giveBackAttempt, type ThrottleRule } from "@/lib/auth/throttle";
import { read, transaction } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { hashPassword, isOurs, verifyPassword } from "@/lib/integrations/password";
import { type AccountProfile, getAccount } from "../queries";
import type { AuthenticateInput } from "../schemas";
import { SIGN_IN, SIGN_IN_DEVICE, SIGN_IN_NETWORK, takeTurn } from "./limits";
import { asksSecond, recordSignIn } from "./second-step";

const REFUSED =
  "L’adresse de courriel ou le mot de passe ne correspond pas. Vérifiez-les, ou choisissez un nouveau mot de passe.";

const NOBODY = "00000000-0000-0000-0000-000000000000";

type Count = readonly [ThrottleRule, string];
type Place = { network: string; device: string };

/** For its owner; and for nobody when there is no such account, so that the answer takes as long. */
const noteRefusal = (accountId: string = NOBODY, place: Place) =>
  transaction(system("sign-in"), (ctx) =>
    recordEvent(ctx, "account.refuse-sign-in", accountId, place),
  );

/** The same password, kept as we keep them; sessions and dates stay. */
async function renewHash(id: string, old: string, password: string) {
  const passwordHash = await hashPassword(password);
  await transaction(system("sign-in"), async (ctx) => {
    await ctx.db
      .update(accounts)
      .set({ passwordHash })
      .where(and(eq(accounts.id, id), eq(accounts.passwordHash, old)));
    await recordEvent(ctx, "account.renew-hash", id);
  });
}

/**
 * The account of this address, and what its attempts are counted by: a device that it knows has a count of its own, so
 * that whoever guesses from elsewhere does not keep the owner waiting. As many queries whoever there is.
 */
const findTried = (email: string, browser: string) =>
  read(system("sign-in"), async (db) => {
    const open = and(eq(accounts.email, email), isNull(accounts.closedAt));
    const [found] = await db
      .select({ id: accounts.id, hash: accounts.passwordHash })
      .from(accounts)
      .where(open);
    const accountId = found?.id ?? NOBODY;
    const mine = eq(accountDevices.browser, hashToken(`${accountId}.${browser}`));
    const [known] = await db
      .select({ id: accountDevices.id })
      .from(accountDevices)
      .where(and(mine, eq(accountDevices.accountId, accountId)));
    const count: Count = known ? [SIGN_IN_DEVICE, known.id] : [SIGN_IN, email];
    return { found, count };
  });

/**
 * The account whose e-mail and password these are. Unknown address, wrong password and closed account give the
 * same refusal after the same work. `network`: where it comes from, see lib/auth/network.ts; `device`: on what, in
 * words; `browser`: what its cookie holds.
 */
export async function authenticate(
  { email, password }: AuthenticateInput,
  network: string,
  device = "",
  browser = "",
): Promise<AccountProfile> {
  const { found, count } = await findTried(email, browser);
  await takeTurn(
    [[SIGN_IN_NETWORK, network], count],
    (wait) =>
      `Trop d’essais à la suite. Réessayez dans ${wait}, ou choisissez un nouveau mot de passe.`,
  );
  const isRight = await verifyPassword(found?.hash ?? null, password);
  const place = { network: networkMark(network), device };
  if (!found || !isRight) {
    await noteRefusal(found?.id, place);
    throw new DomainError("forbidden", REFUSED);
  }

  await forgetAttempts(...count);
  await giveBackAttempt(SIGN_IN_NETWORK, network);
  const isIn = !(await asksSecond(found.id));
  if (found.hash && !isOurs(found.hash)) await renewHash(found.id, found.hash, password);
  return transaction({ actor: { kind: "account", id: found.id } }, async (ctx) => {
    if (isIn) await recordSignIn(ctx, found.id, place);
    return getAccount(ctx, found.id);
  });
}
