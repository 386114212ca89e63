import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { passkeyChallenges, passkeys } from "@/db/schema/accounts-factors";
import { system } from "@/lib/auth/actor";
import { hashToken } from "@/lib/auth/secrets";
import { read, transaction } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { creationOptions, signatureOptions } from "@/lib/integrations/webauthn";
import { fullName } from "../model";
import { CHALLENGE_MINUTES, type ChallengePurpose } from "../model/factors";
import { getAccount } from "../queries";
import { PASSKEY_NETWORK, takeTurn } from "./limits";

const connect = system("passkeys");

type Asked = { purpose: ChallengePurpose; accountId: string | null; browser: string };

const knownKeys = (accountId: string) =>
  read(connect, (db) =>
    db
      .select({ id: passkeys.credentialId, transports: passkeys.transports })
      .from(passkeys)
      .where(eq(passkeys.accountId, accountId)),
  );

async function optionsFor({ purpose, accountId }: Asked) {
  if (!accountId) return signatureOptions();
  const known = await knownKeys(accountId);
  if (purpose !== "register") return signatureOptions(known);
  const { id, email, ...names } = await getAccount(connect, accountId);
  return creationOptions({ id, email, name: fullName(names) }, known);
}

/** Something to sign, in this browser, within five minutes, once. Returns what the browser needs for it. */
export const openChallenge = async (asked: Asked, network: string) => {
  await takeTurn(
    [[PASSKEY_NETWORK, network]],
    (wait) => `Trop d’essais à la suite. Réessayez dans ${wait}.`,
  );
  const options = await optionsFor(asked);
  const { browser, ...row } = asked;
  const [opened] = await transaction(connect, ({ db }) =>
    db
      .insert(passkeyChallenges)
      .values({
        ...row,
        challenge: options.challenge,
        browserHash: hashToken(browser),
        expiresAt: sql`now() + ${CHALLENGE_MINUTES} * interval '1 minute'`,
      })
      .returning({ id: passkeyChallenges.id }),
  );
  if (!opened) throw new Error("no challenge");
  return { challengeId: opened.id, options };
};

/** What was to be signed: gone at once, whatever the signature is worth. */
export const takeChallenge = async (id: string, { purpose, accountId, browser }: Asked) => {
  const whose = accountId
    ? eq(passkeyChallenges.accountId, accountId)
    : isNull(passkeyChallenges.accountId);
  const [taken] = await transaction(connect, ({ db }) =>
    db
      .delete(passkeyChallenges)
      .where(
        and(
          eq(passkeyChallenges.id, id),
          eq(passkeyChallenges.purpose, purpose),
          eq(passkeyChallenges.browserHash, hashToken(browser)),
          gt(passkeyChallenges.expiresAt, sql`now()`),
          whose,
        ),
      )
      .returning({ challenge: passkeyChallenges.challenge }),
  );
  if (!taken || !browser)
    throw conflict("Trop de temps a passé. Utilisez de nouveau votre clé d’accès.");
  return taken.challenge;
};
