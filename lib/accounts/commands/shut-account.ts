import "server-only";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import {
  accountCodes,
  accountDevices,
  accounts,
  certifiedIdentities,
  identifications,
} from "@/db/schema/accounts";
import type { Transaction } from "@/lib/context";

/** Opens nothing any more; false when it was closed already. For lib/lifecycle, which records why. */
export const shutAccount = async ({ db }: Transaction, accountId: string) => {
  const [shut] = await db
    .update(accounts)
    .set({ closedAt: new Date(), passwordHash: null })
    .where(and(eq(accounts.id, accountId), isNull(accounts.closedAt)))
    .returning({ id: accounts.id });
  return shut !== undefined;
};

/** What else opened it, or was on its way: tables of this module and of its second factors. */
const forgetWaysIn = async ({ db }: Transaction, accountId: string) => {
  await db.delete(identifications).where(eq(identifications.accountId, accountId));
  for (const table of [accountCodes, accountDevices, certifiedIdentities])
    await db.delete(table).where(eq(table.accountId, accountId));
  for (const name of [
    "passkeys",
    "passkey_challenges",
    "pending_sign_ins",
    "recovery_codes",
    "totp_authenticators",
  ])
    await db.execute(sql`delete from ${sql.identifier(name)} where account_id = ${accountId}`);
};

/** Nothing about anybody is left of a closed account; `email`: what frees the address. */
export const eraseProfile = async (ctx: Transaction, accountId: string, email: string) => {
  await forgetWaysIn(ctx, accountId);
  await ctx.db
    .update(accounts)
    .set({
      email,
      passwordHash: null,
      givenName: "",
      familyName: "",
      identityOrigin: "declared",
      birthdate: null,
      gender: null,
      phone: null,
      address: null,
      lastSignInAt: null,
    })
    .where(and(eq(accounts.id, accountId), isNotNull(accounts.closedAt)));
};
