import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";

/** All but the password. */
const PROFILE = {
  id: accounts.id,
  email: accounts.email,
  emailVerifiedAt: accounts.emailVerifiedAt,
  givenName: accounts.givenName,
  familyName: accounts.familyName,
  identityOrigin: accounts.identityOrigin,
  birthdate: accounts.birthdate,
  gender: accounts.gender,
  phone: accounts.phone,
  address: accounts.address,
  passwordChangedAt: accounts.passwordChangedAt,
  lastSignInAt: accounts.lastSignInAt,
  updatedAt: accounts.updatedAt,
};

/** An open account, as this actor may see it: the account itself, or the system (OIDC provider, jobs). */
export async function findAccount(ctx: Context, id: string) {
  const open = and(eq(accounts.id, id), isNull(accounts.closedAt));
  const [account] = await read(ctx, (db) => db.select(PROFILE).from(accounts).where(open));
  return account ?? null;
}

export async function getAccount(ctx: Context, id: string) {
  const account = await findAccount(ctx, id);
  if (!account) throw notFound("Compte");
  return account;
}

/** `email` as `normaliseEmail` writes it. */
export async function findAccountByEmail(ctx: Context, email: string) {
  const open = and(eq(accounts.email, email), isNull(accounts.closedAt));
  const [account] = await read(ctx, (db) => db.select(PROFILE).from(accounts).where(open));
  return account ?? null;
}

export type AccountProfile = NonNullable<Awaited<ReturnType<typeof findAccount>>>;
