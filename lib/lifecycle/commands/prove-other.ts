import "server-only";
import { sql } from "drizzle-orm";
import { mergeProofs } from "@/db/schema/lifecycle";
import { authenticate } from "@/lib/accounts/commands/authenticate";
import { dropCodes, openCode, proveCode, useCode, wrongCode } from "@/lib/accounts/commands/codes";
import { ownWaiting, takeOtherAccount } from "@/lib/accounts/commands/join-identity";
import { takeMailTurn } from "@/lib/accounts/commands/limits";
import { takePasskey } from "@/lib/accounts/commands/passkeys";
import {
  asksSecond,
  passSecondStep,
  provingFor,
  type SecondProof,
  startSecondStep,
} from "@/lib/accounts/commands/second-step";
import { findAccountByEmail } from "@/lib/accounts/queries";
import type { AuthenticateInput, ConfirmInput } from "@/lib/accounts/schemas";
import { system } from "@/lib/auth/actor";
import { type Authentication, BY_PASSWORD, byFranceConnect } from "@/lib/connect/model";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import type { MergeProof } from "../model";
import { PROOF_MINUTES } from "../model/merge";

const lifecycle = system("lifecycle");

type Place = { network: string; device: string; browser: string };

const SAME = "C’est l’adresse du compte où vous êtes. Écrivez celle de l’autre.";

const ownerOf = ({ actor }: Context) => {
  if (actor.kind !== "account") throw forbidden();
  return actor.id;
};

/** Both are theirs, a few minutes: returns what the merge is asked with. As the system. */
export const noteProof = async (
  ctx: Transaction,
  { accountId, otherId, proof }: { accountId: string; otherId: string; proof: MergeProof },
) => {
  if (accountId === otherId) throw conflict(SAME);
  const expiresAt = sql`now() + ${PROOF_MINUTES} * interval '1 minute'`;
  const [noted] = await ctx.db
    .insert(mergeProofs)
    .values({ accountId, otherId, proof, expiresAt })
    .returning({ id: mergeProofs.id });
  if (!noted) throw new Error("no proof");
  await recordEvent(ctx, "account.prove-other", accountId, { proof });
  return noted.id;
};

/** Whole, it lets the merge go on; else the second proof comes first, as at a sign-in. */
export type OtherProof = { proofId: string } | { stepId: string };

type First = { otherId: string; proof: MergeProof; authentication: Authentication };

/** One proof is not enough where its owner asks for two. */
async function goOn(ctx: Context, browser: string, first: First): Promise<OtherProof> {
  const { otherId, proof, authentication } = first;
  const accountId = ownerOf(ctx);
  if (accountId === otherId) throw conflict(SAME);
  if (!(await asksSecond(otherId)))
    return transaction(lifecycle, async (tx) => ({
      proofId: await noteProof(tx, { accountId, otherId, proof }),
    }));
  const step = { accountId: otherId, isShared: false, isProven: false, authentication };
  return { stepId: await startSecondStep({ ...step, suite: provingFor(accountId), browser }) };
}

/** By its e-mail and its password, with the same limits and the same silence as a sign-in. */
export async function proveOtherByPassword(ctx: Context, input: AuthenticateInput, place: Place) {
  // recordEvent( in noteProof.
  ownerOf(ctx);
  const other = await authenticate(input, place.network, place.device);
  const first = { otherId: other.id, proof: "password", authentication: BY_PASSWORD } as const;
  return goOn(ctx, place.browser, first);
}

/** By a passkey of its owner's, which counts for two proofs. */
export async function proveOtherByPasskey(
  ctx: Context,
  signed: Parameters<typeof takePasskey>[0],
  browser: string,
): Promise<OtherProof> {
  // recordEvent( in noteProof.
  const accountId = ownerOf(ctx);
  const asked = { purpose: "merge", accountId: null, browser } as const;
  const { accountId: otherId } = await takePasskey(signed, asked);
  return transaction(lifecycle, async (tx) => ({
    proofId: await noteProof(tx, { accountId, otherId, proof: "passkey" }),
  }));
}

/** The second proof of the other account, after any first one. */
export async function proveOtherBySecondStep(
  ctx: Context,
  step: { id: string; field: string },
  second: SecondProof,
  { browser, ...place }: Place,
) {
  // recordEvent( in noteProof.
  const accountId = ownerOf(ctx);
  const asked = { ...step, browser, proves: accountId };
  const { accountId: otherId } = await passSecondStep(asked, second, place);
  return transaction(lifecycle, (tx) =>
    noteProof(tx, { accountId, otherId, proof: "second-step" }),
  );
}

/** Writes to that address. Does not look whether it has an account: the worker does. Returns the id of what is to be proven. */
export async function askOtherCode(ctx: Context, email: string, network: string) {
  const accountId = ownerOf(ctx);
  await takeMailTurn(email, network);
  return transaction(ctx, async (ctx) => {
    await dropCodes(ctx, accountId, "merge");
    const id = await openCode(ctx, { kind: "merge", accountId, email });
    await recordEvent(ctx, "account.ask-code", id);
    return id;
  });
}

/** By a code sent to its mailbox. */
export async function proveOtherByCode(ctx: Context, input: ConfirmInput, browser: string) {
  // recordEvent( in noteProof.
  const accountId = ownerOf(ctx);
  const { id: codeId, email, accountId: asker } = await proveCode("merge", input);
  const other = await findAccountByEmail(lifecycle, email);
  if (asker !== accountId || !other) throw wrongCode();
  await transaction(lifecycle, (tx) => useCode(tx, codeId));
  return goOn(ctx, browser, { otherId: other.id, proof: "code", authentication: { amr: ["otp"] } });
}

/** By FranceConnect, which has just said that the other, certified account is this person's: `id` names that identification. */
export async function proveOtherByFranceConnect(
  ctx: Context,
  id: string,
  /** The browser of the identification, and the one of forms. */
  [identified, browser]: readonly [string, string],
) {
  // recordEvent( in noteProof.
  ownerOf(ctx);
  const waiting = await ownWaiting(ctx, id, identified);
  const otherId = await transaction(lifecycle, (tx) => takeOtherAccount(tx, waiting));
  const authentication = byFranceConnect(waiting.person.acr);
  return goOn(ctx, browser, { otherId, proof: "franceconnect", authentication });
}
