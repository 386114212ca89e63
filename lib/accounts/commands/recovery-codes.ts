import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { recoveryCodes } from "@/db/schema/accounts-factors";
import { system } from "@/lib/auth/actor";
import { deriveSecret } from "@/lib/auth/secrets";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import {
  hasSecondProof,
  RECOVERY_CODES,
  readRecoveryCode,
  recoveryCodeFrom,
} from "../model/factors";
import { getFactors } from "../queries/factors";
import { lockAccount } from "./lock-account";
import { tellFactor } from "./tell-factor";

/** Keyed: a copy of the database does not even let the 50 bits be tried. */
const hashOf = (accountId: string, code: string) =>
  createHmac("sha256", deriveSecret("recovery-codes"))
    .update(`${accountId}.${code}`)
    .digest("base64url");

export const dropRecoveryCodes = ({ db }: Transaction, accountId: string) =>
  db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));

/** Ten new ones, the old ones are worth nothing; to be shown to their owner, once. */
export const replaceCodes = async (ctx: Transaction, accountId: string) => {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeFrom(randomBytes(16)));
  await dropRecoveryCodes(ctx, accountId);
  await ctx.db
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ accountId, hash: hashOf(accountId, code) })));
  return codes;
};

/** Asked by the owner, after a recent proof. Returns the codes, which cannot be read again. */
export async function renewRecoveryCodes({ actor }: Context) {
  if (actor.kind !== "account") throw forbidden();
  return transaction(system("factors"), async (ctx) => {
    await lockAccount(ctx, actor.id);
    if (!hasSecondProof(await getFactors(actor.id, ctx)))
      throw conflict("Ajoutez d’abord une application de codes ou une clé d’accès.");
    const codes = await replaceCodes(ctx, actor.id);
    await recordEvent(ctx, "account.renew-recovery-codes", actor.id);
    await tellFactor(ctx, actor.id, "recovery-renewed");
    return codes;
  });
}

/** Takes a code, once, and tells its owner; false when it is none of theirs. */
export const takeRecoveryCode = async (ctx: Transaction, accountId: string, typed: string) => {
  const code = readRecoveryCode(typed);
  if (!code) return false;
  const [used] = await ctx.db
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(recoveryCodes.accountId, accountId),
        eq(recoveryCodes.hash, hashOf(accountId, code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  if (!used) return false;
  const { recoveryLeft: left } = await getFactors(accountId, ctx);
  await recordEvent(ctx, "account.use-recovery-code", accountId, { left });
  await tellFactor(ctx, accountId, "recovery-used");
  return true;
};
