import "server-only";
import { and, eq, gt, isNull, ne, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accountDevices, accounts, certifiedIdentities } from "@/db/schema/accounts";
import { passkeys, recoveryCodes, totpAuthenticators } from "@/db/schema/accounts-factors";
import { system } from "@/lib/auth/actor";
import { endSessions } from "@/lib/connect/commands/end-sessions";
import { type Transaction, transaction } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import type { LinkInput } from "../schemas";
import { dropCodes, openCode, proveCode, useCode } from "./codes";

const other = alias(accounts, "other");

/** Takes the address unless somebody else has it; asks the system, who alone sees the other accounts. */
export const moveTo = async ({ db }: Transaction, accountId: string, email: string) => {
  const taken = db
    .select({ one: sql`1` })
    .from(other)
    .where(and(eq(other.email, email), ne(other.id, accountId)));
  const [moved] = await db
    .update(accounts)
    .set({ email, emailVerifiedAt: new Date() })
    .where(and(eq(accounts.id, accountId), notExists(taken)))
    .returning({ id: accounts.id });
  return moved !== undefined;
};

type TakenBack = { accountId: string; email: string; since: Date };

/** An intruder who proved to be themselves would come back through FranceConnect. */
const dropLaterCertificate = async ({ db }: Transaction, accountId: string, since: Date) => {
  const later = and(
    eq(certifiedIdentities.accountId, accountId),
    gt(certifiedIdentities.certifiedAt, since),
  );
  const dropped = await db.delete(certifiedIdentities).where(later).returning();
  if (dropped.length > 0)
    await db.update(accounts).set({ identityOrigin: "declared" }).where(eq(accounts.id, accountId));
};

/** What an intruder added would let them in again; what was there before is the owner's. */
const dropLaterFactors = async ({ db }: Transaction, accountId: string, since: Date) => {
  for (const table of [passkeys, recoveryCodes])
    await db.delete(table).where(and(eq(table.accountId, accountId), gt(table.createdAt, since)));
  const { accountId: owner, confirmedAt } = totpAuthenticators;
  await db
    .delete(totpAuthenticators)
    .where(and(eq(owner, accountId), or(isNull(confirmedAt), gt(confirmedAt, since))));
};

/**
 * Whoever reads this mailbox takes the account back from somebody who knew its password: it has this address again,
 * every session ends, the password opens nothing. Nothing sent since, perhaps to the intruder, is worth anything.
 * Returns what lets the person choose a new password; the worker sends it too.
 */
export const takeBack = async (ctx: Transaction, { accountId, email, since }: TakenBack) => {
  if (!(await moveTo(ctx, accountId, email)))
    throw conflict("Cette adresse sert maintenant à un autre compte. Appelez-nous.");
  await dropLaterCertificate(ctx, accountId, since);
  await dropLaterFactors(ctx, accountId, since);
  await ctx.db
    .update(accounts)
    .set({ passwordHash: null, passwordChangedAt: new Date() })
    .where(eq(accounts.id, accountId));
  for (const kind of ["change-email", "reset-password", "sign-in", "confirm"] as const)
    await dropCodes(ctx, accountId, kind);
  for (const kind of ["undo-email", "refuse-device"] as const)
    await dropCodes(ctx, accountId, kind, since);
  await endSessions(ctx, accountId);
  return openCode(ctx, { kind: "reset-password", accountId, email });
};

/** « Ce n’était pas moi » : the device is forgotten, and the account taken back. */
export async function refuseDevice(input: LinkInput) {
  const code = await proveCode("refuse-device", input);
  const { id: codeId, accountId, deviceId, email, createdAt } = code;
  if (!accountId) throw conflict("Ce lien n’est plus valable.");
  return transaction(system("accounts"), async (ctx) => {
    await useCode(ctx, codeId);
    const [device] = deviceId
      ? await ctx.db
          .delete(accountDevices)
          .where(eq(accountDevices.id, deviceId))
          .returning({ name: accountDevices.name })
      : [];
    await recordEvent(ctx, "account.refuse-device", accountId, { device: device?.name });
    return takeBack(ctx, { accountId, email, since: createdAt });
  });
}
