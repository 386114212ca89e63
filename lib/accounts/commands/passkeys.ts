import "server-only";
import { and, eq, lt, sql } from "drizzle-orm";
import { passkeys } from "@/db/schema/accounts-factors";
import { system } from "@/lib/auth/actor";
import { type Context, read, transaction } from "@/lib/context";
import { conflict, forbidden, notFound } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { isHandleOf, readNewCredential, readSignature } from "@/lib/integrations/webauthn";
import { asksSecondStep, type ChallengePurpose, MOST_PASSKEYS } from "../model/factors";
import { canRemovePasskey, waysIn } from "../policy";
import { getFactors } from "../queries/factors";
import type { NewCredential, SignedCredential } from "../schemas/passkeys";
import { lockAccount } from "./lock-account";
import { takeChallenge } from "./passkey-challenges";
import { dropRecoveryCodes, replaceCodes } from "./recovery-codes";
import { tellFactor } from "./tell-factor";

const connect = system("passkeys");

const REFUSED = "Cette clé d’accès n’a pas été reconnue. Réessayez, ou utilisez un autre moyen.";

const owner = ({ actor }: Context) => {
  if (actor.kind !== "account") throw forbidden();
  return actor.id;
};

/** What a passkey counts for (RFC 8176): a key in hardware, or one that is copied; and the lock of the device. */
export const methodsOf = ({ isSynced }: { isSynced: boolean }) => [isSynced ? "swk" : "hwk"];

type Added = { challengeId: string; credential: NewCredential; name: string };

/**
 * A new passkey of this account; asked after a recent proof. Returns what it counts for, and new recovery codes for
 * an agent who had none.
 */
export async function addPasskey(
  ctx: Context,
  { challengeId, credential, name }: Added,
  browser: string,
) {
  const accountId = owner(ctx);
  const asked = { purpose: "register", accountId, browser } as const;
  const challenge = await takeChallenge(challengeId, asked);
  const made = await readNewCredential(credential, challenge);
  if (!made) throw conflict(REFUSED);
  return transaction(connect, async (ctx) => {
    await lockAccount(ctx, accountId);
    if ((await getFactors(accountId, ctx)).passkeys.length >= MOST_PASSKEYS)
      throw conflict(`${MOST_PASSKEYS}\u00a0clés d’accès au plus\u00a0: retirez-en une d’abord.`);
    const [added] = await ctx.db
      .insert(passkeys)
      .values({ ...made, accountId, name })
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    if (!added) throw conflict("Cette clé d’accès est déjà connue.");
    await recordEvent(ctx, "account.add-passkey", accountId, { name });
    await tellFactor(ctx, accountId, "passkey-added");
    const factors = await getFactors(accountId, ctx);
    const codes =
      asksSecondStep(factors) && factors.recoveryLeft === 0
        ? await replaceCodes(ctx, accountId)
        : null;
    return { methods: methodsOf(made), codes };
  });
}

type Signed = { challengeId: string; credential: SignedCredential };
type For = { purpose: ChallengePurpose; accountId: string | null; browser: string };

/**
 * Whose passkey signed what this browser was asked to sign: its account, and what it counts for. `accountId` null: of
 * any account, the one that the authenticator names.
 */
export const takePasskey = async ({ challengeId, credential }: Signed, asked: For) => {
  const challenge = await takeChallenge(challengeId, asked);
  const mine = asked.accountId ? eq(passkeys.accountId, asked.accountId) : undefined;
  const [known] = await read(connect, (db) =>
    db
      .select()
      .from(passkeys)
      .where(and(eq(passkeys.credentialId, credential.id), mine)),
  );
  const { userHandle } = credential.response;
  const isNamed = userHandle !== undefined || asked.accountId !== null;
  if (!known || !isNamed || (userHandle && !isHandleOf(known.accountId, userHandle)))
    throw conflict(REFUSED);
  const counter = await readSignature(credential, challenge, known);
  if (counter === null) throw conflict(REFUSED);
  // A counter that does not grow is a copy (WebAuthn §6.1.1); some authenticators do not count, and stay at 0.
  const grown = counter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, counter);
  const [used] = await transaction(connect, ({ db }) =>
    db
      .update(passkeys)
      .set({ counter, usedAt: sql`now()` })
      .where(and(eq(passkeys.id, known.id), grown))
      .returning({ id: passkeys.id }),
  );
  if (!used) throw conflict(REFUSED);
  return { accountId: known.accountId, methods: methodsOf(known) };
};

/** Its name is its owner's business alone. */
export async function renamePasskey(ctx: Context, { id, name }: { id: string; name: string }) {
  const accountId = owner(ctx);
  await transaction(connect, async (ctx) => {
    const [renamed] = await ctx.db
      .update(passkeys)
      .set({ name })
      .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)))
      .returning({ id: passkeys.id });
    if (!renamed) throw notFound("Clé d’accès");
    await recordEvent(ctx, "account.rename-passkey", accountId);
  });
}

const LAST_WAY =
  "C’est votre dernier moyen d’entrer. Ajoutez-en d’abord un autre\u00a0: un mot de passe, FranceConnect ou une autre clé.";
const LAST_PROOF =
  "Les agents gardent toujours une seconde preuve. Ajoutez d’abord une autre clé ou une application de codes.";

/** Asked after a recent proof; never the last way in. */
export async function removePasskey(ctx: Context, id: string) {
  const accountId = owner(ctx);
  await transaction(connect, async (ctx) => {
    await lockAccount(ctx, accountId);
    const factors = await getFactors(accountId, ctx);
    const removed = factors.passkeys.find((passkey) => passkey.id === id);
    if (!removed) throw notFound("Clé d’accès");
    if (!canRemovePasskey(factors)) throw conflict(waysIn(factors) > 1 ? LAST_PROOF : LAST_WAY);
    await ctx.db.delete(passkeys).where(eq(passkeys.id, id));
    if (!factors.totp && factors.passkeys.length === 1) await dropRecoveryCodes(ctx, accountId);
    await recordEvent(ctx, "account.remove-passkey", accountId, { name: removed.name });
    await tellFactor(ctx, accountId, "passkey-removed");
  });
}
