import "server-only";
import { and, eq, gt, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { totpAuthenticators as totps } from "@/db/schema/accounts-factors";
import { system } from "@/lib/auth/actor";
import { seal, unseal } from "@/lib/auth/secrets";
import { forgetAttempts } from "@/lib/auth/throttle";
import { newTotpSecret, totpStep } from "@/lib/auth/totp";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden, invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { canRemoveTotp } from "../policy";
import { getFactors, TOTP_SEAL } from "../queries/factors";
import { SECOND_STEP, takeTurn } from "./limits";
import { lockAccount } from "./lock-account";
import { dropRecoveryCodes, replaceCodes } from "./recovery-codes";
import { tellFactor } from "./tell-factor";

const factors = system("factors");

const owner = ({ actor }: Context) => {
  if (actor.kind !== "account") throw forbidden();
  return actor.id;
};

const STALE = "Cette clé attendait depuis trop longtemps. Recommencez.";
const WRONG =
  "Ce code ne correspond pas. Attendez le suivant dans l’application, et vérifiez l’heure de votre téléphone.";

/** A key for a new application; it opens nothing before its first code. Returns the id of its page. */
export async function startTotp(ctx: Context) {
  const accountId = owner(ctx);
  return transaction(factors, async (ctx) => {
    const { db } = ctx;
    await db.delete(totps).where(and(eq(totps.accountId, accountId), isNull(totps.confirmedAt)));
    const [row] = await db
      .insert(totps)
      .values({ accountId, secret: seal(TOTP_SEAL, newTotpSecret()) })
      .returning({ id: totps.id });
    if (!row) throw new Error("no application");
    await recordEvent(ctx, "account.start-totp", accountId);
    return row.id;
  });
}

/**
 * The application shows the right code: it replaces the one before, if any. Asked after a recent proof. Returns new
 * recovery codes when there were none, to be shown once.
 */
export async function confirmTotp(ctx: Context, { id, code }: { id: string; code: string }) {
  const accountId = owner(ctx);
  await takeTurn(
    [[SECOND_STEP, accountId]],
    (wait) => `Trop d’essais à la suite. Réessayez dans ${wait}.`,
  );
  const codes = await transaction(factors, async (ctx) => {
    await lockAccount(ctx, accountId);
    const pending = and(
      eq(totps.id, id),
      eq(totps.accountId, accountId),
      isNull(totps.confirmedAt),
      gt(totps.createdAt, sql`now() - interval '1 hour'`),
    );
    const [row] = await ctx.db.select({ secret: totps.secret }).from(totps).where(pending);
    if (!row) throw conflict(STALE);
    const step = totpStep(unseal(TOTP_SEAL, row.secret), code);
    if (step === null) throw invalid({ code: WRONG });
    await ctx.db
      .delete(totps)
      .where(and(eq(totps.accountId, accountId), isNotNull(totps.confirmedAt)));
    await ctx.db
      .update(totps)
      .set({ confirmedAt: sql`now()`, usedAt: sql`now()`, lastStep: step })
      .where(eq(totps.id, id));
    await recordEvent(ctx, "account.add-totp", accountId);
    await tellFactor(ctx, accountId, "totp-added");
    const { recoveryLeft } = await getFactors(accountId, ctx);
    return recoveryLeft > 0 ? null : replaceCodes(ctx, accountId);
  });
  await forgetAttempts(SECOND_STEP, accountId);
  return codes;
}

/** Asked after a recent proof. Without another second proof, the recovery codes go too. */
export async function removeTotp(ctx: Context) {
  const accountId = owner(ctx);
  await transaction(factors, async (ctx) => {
    await lockAccount(ctx, accountId);
    const held = await getFactors(accountId, ctx);
    if (!held.totp) return;
    if (!canRemoveTotp(held))
      throw conflict(
        "Les agents gardent toujours une seconde preuve. Ajoutez d’abord une clé d’accès.",
      );
    await ctx.db.delete(totps).where(eq(totps.accountId, accountId));
    if (held.passkeys.length === 0) await dropRecoveryCodes(ctx, accountId);
    await recordEvent(ctx, "account.remove-totp", accountId);
    await tellFactor(ctx, accountId, "totp-removed");
  });
}

/** Takes the code of an application, once: the same code, or an older one, is refused ever after (RFC 6238 §5.2). */
export const takeTotp = async ({ db }: Transaction, accountId: string, typed: string) => {
  const confirmed = and(eq(totps.accountId, accountId), isNotNull(totps.confirmedAt));
  const [row] = await db.select({ secret: totps.secret }).from(totps).where(confirmed);
  const step = row ? totpStep(unseal(TOTP_SEAL, row.secret), typed) : null;
  if (step === null) return false;
  const [taken] = await db
    .update(totps)
    .set({ lastStep: step, usedAt: sql`now()` })
    .where(and(confirmed, or(isNull(totps.lastStep), lt(totps.lastStep, step))))
    .returning({ id: totps.id });
  return taken !== undefined;
};
