import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { accountCodes, accountDevices, accounts, certifiedIdentities } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";
import type { CodeKind } from "./model";
import { codeId } from "./schemas";

export const CERTIFICATE = eq(certifiedIdentities.accountId, accounts.id);

/** All but the password, and what FranceConnect vouches for, which is apart. */
export const OWN = {
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
  hasPassword: sql<boolean>`${accounts.passwordHash} is not null`,
  passwordChangedAt: accounts.passwordChangedAt,
  /** Taken over from another service, and not told yet. */
  awaitsWelcome: sql<boolean>`exists (select from imported_accounts i where i.account_id = ${accounts.id} and i.welcomed_at is null)`,
  /** Its owner asked for its deletion, and may still change their mind. */
  isClosing: sql<boolean>`exists (select from account_closures c where c.account_id = ${accounts.id} and c.cause = 'owner')`,
  /** Another account of the same person was joined to this one. */
  isJoined: sql<boolean>`exists (select from account_merges m where m.kept_id = ${accounts.id})`,
  lastSignInAt: accounts.lastSignInAt,
  updatedAt: accounts.updatedAt,
};

export const CERTIFIED = {
  at: certifiedIdentities.certifiedAt,
  acr: certifiedIdentities.acr,
  pivot: certifiedIdentities.pivot,
};

/** `certificate` is null unless FranceConnect vouches for the identity. */
const PROFILE = { ...OWN, certificate: CERTIFIED };

/** An open account, as this actor may see it: the account itself, or the system (OIDC provider, jobs). */
export async function findAccount(ctx: Context, id: string) {
  const open = and(eq(accounts.id, id), isNull(accounts.closedAt));
  const [account] = await read(ctx, (db) =>
    db.select(PROFILE).from(accounts).leftJoin(certifiedIdentities, CERTIFICATE).where(open),
  );
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
  const [account] = await read(ctx, (db) =>
    db.select(PROFILE).from(accounts).leftJoin(certifiedIdentities, CERTIFICATE).where(open),
  );
  return account ?? null;
}

export type AccountProfile = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** What a page shows while something waits to be proven; its id, in the address, is all that opens it. */
export async function findOpenCode(id: string, kind?: CodeKind) {
  if (!codeId.safeParse(id).success) return null;
  const open = and(
    eq(accountCodes.id, id),
    isNull(accountCodes.usedAt),
    kind && eq(accountCodes.kind, kind),
  );
  const [code] = await read(system("accounts"), (db) =>
    db
      .select({
        kind: accountCodes.kind,
        email: accountCodes.email,
        accountId: accountCodes.accountId,
        deviceId: accountCodes.deviceId,
        browserHash: accountCodes.browserHash,
        isOver: sql<boolean>`${accountCodes.expiresAt} < now()`,
      })
      .from(accountCodes)
      .where(open),
  );
  return code ?? null;
}

/** A device that an account knows. */
export async function findDevice(ctx: Context, id: string) {
  const [device] = await read(ctx, (db) =>
    db
      .select({ name: accountDevices.name, firstSeenAt: accountDevices.firstSeenAt })
      .from(accountDevices)
      .where(eq(accountDevices.id, id)),
  );
  return device ?? null;
}

/** Accounts that were joined to this one, the latest first. */
export async function listJoined(ctx: Context, accountId: string) {
  const rows = await read(ctx, (db) =>
    db.execute<{ id: string }>(sql`
      select merged_id as id from account_merges where kept_id = ${accountId} order by at desc`),
  );
  return rows.map(({ id }) => id);
}
