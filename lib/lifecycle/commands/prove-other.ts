import "server-only";
import { sql } from "drizzle-orm";
import { mergeProofs } from "@/db/schema/lifecycle";
import { authenticate } from "@/lib/accounts/commands/authenticate";
import { dropCodes, openCode, proveCode, useCode, wrongCode } from "@/lib/accounts/commands/codes";
import { ownWaiting, takeOtherAccount } from "@/lib/accounts/commands/join-identity";
import { takeMailTurn } from "@/lib/accounts/commands/limits";
import { asksSecond } from "@/lib/accounts/commands/second-step";
import { findAccountByEmail } from "@/lib/accounts/queries";
import type { AuthenticateInput, ConfirmInput } from "@/lib/accounts/schemas";
import { system } from "@/lib/auth/actor";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import type { MergeProof } from "../model";
import { PROOF_MINUTES } from "../model/merge";

const lifecycle = system("lifecycle");

const SECOND_STEP =
  "Cet autre compte demande une deuxième étape pour se connecter. Connectez-vous à lui, puis réunissez vos comptes depuis sa page.";
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

/** One proof is not enough where its owner asks for two. */
const refuseSecondStep = async (otherId: string) => {
  if (await asksSecond(otherId)) throw conflict(SECOND_STEP);
};

/** By its e-mail and its password, with the same limits and the same silence as a sign-in. */
export async function proveOtherByPassword(
  ctx: Context,
  input: AuthenticateInput,
  place: { network: string; device: string },
) {
  // recordEvent( in noteProof.
  const accountId = ownerOf(ctx);
  const other = await authenticate(input, place.network, place.device);
  await refuseSecondStep(other.id);
  return transaction(lifecycle, (tx) =>
    noteProof(tx, { accountId, otherId: other.id, proof: "password" }),
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
export async function proveOtherByCode(ctx: Context, input: ConfirmInput) {
  // recordEvent( in noteProof.
  const accountId = ownerOf(ctx);
  const { id: codeId, email, accountId: asker } = await proveCode("merge", input);
  const other = await findAccountByEmail(lifecycle, email);
  if (asker !== accountId || !other) throw wrongCode();
  await refuseSecondStep(other.id);
  return transaction(lifecycle, async (tx) => {
    await useCode(tx, codeId);
    return noteProof(tx, { accountId, otherId: other.id, proof: "code" });
  });
}

/** By FranceConnect, which has just said that the other, certified account is this person's: `id` names that identification. */
export async function proveOtherByFranceConnect(ctx: Context, id: string, browser: string) {
  // recordEvent( in noteProof.
  const accountId = ownerOf(ctx);
  const waiting = await ownWaiting(ctx, id, browser);
  return transaction(lifecycle, async (tx) => {
    const otherId = await takeOtherAccount(tx, waiting);
    if (await asksSecond(otherId, tx)) throw conflict(SECOND_STEP);
    return noteProof(tx, { accountId, otherId, proof: "franceconnect" });
  });
}
