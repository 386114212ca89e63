import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { totpAuthenticators } from "@/db/schema/accounts-factors";
import { system } from "@/lib/auth/actor";
import { unseal } from "@/lib/auth/secrets";
import { type Context, read } from "@/lib/context";
import { env } from "@/lib/env";
import { notFound } from "@/lib/errors";
import { type Factors, type Passkey, secondProofDue } from "../model/factors";

export const TOTP_SEAL = "totp-secret";

type Stamp = string | null;
const dateOf = (stamp: Stamp) => (stamp ? new Date(stamp) : null);

type Row = Pick<Factors, "hasPassword" | "hasFranceConnect" | "recoveryLeft"> & {
  agentSince: Stamp;
  totp: { addedAt: string; usedAt: Stamp } | null;
  passkeys: (Pick<Passkey, "id" | "name" | "isSynced"> & { addedAt: string; usedAt: Stamp })[];
};

/** All that this account can be entered or proven with. As the system: agents are not the account's to see. */
export async function findFactors(
  accountId: string,
  ctx: Context = system("factors"),
): Promise<Factors | null> {
  const [row] = await read(ctx, (db) =>
    db.execute<Row>(sql`
      select a.password_hash is not null as "hasPassword",
        exists (select from certified_identities c where c.account_id = a.id) as "hasFranceConnect",
        (select count(*)::int from recovery_codes r
          where r.account_id = a.id and r.used_at is null) as "recoveryLeft",
        (select to_json(min(ar.created_at)) #>> '{}' from agents g join agent_roles ar on ar.agent_id = g.id
          where g.email = a.email and g.disabled_at is null) as "agentSince",
        (select json_build_object('addedAt', t.created_at, 'usedAt', t.used_at) from totp_authenticators t
          where t.account_id = a.id and t.confirmed_at is not null) as totp,
        (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'isSynced', p.is_synced,
            'addedAt', p.created_at, 'usedAt', p.used_at) order by p.created_at), '[]')
          from passkeys p where p.account_id = a.id) as passkeys
      from accounts a where a.id = ${accountId} and a.closed_at is null`),
  );
  if (!row) return null;
  const { totp, passkeys, agentSince, ...rest } = row;
  const dated = <T extends { addedAt: string; usedAt: Stamp }>(one: T) => ({
    ...one,
    addedAt: new Date(one.addedAt),
    usedAt: dateOf(one.usedAt),
  });
  return {
    ...rest,
    agentSince: dateOf(agentSince),
    totp: totp && dated(totp),
    passkeys: passkeys.map(dated),
  };
}

export async function getFactors(accountId: string, ctx?: Context) {
  const factors = await findFactors(accountId, ctx);
  if (!factors) throw notFound("Compte");
  return factors;
}

const DAY_MS = 24 * 3_600_000;

/** Until when whoever became an agent then may do without a second proof. */
export const graceEnd = (since: Date) =>
  new Date(since.getTime() + env().SECOND_PROOF_GRACE_DAYS * DAY_MS);

export async function dueSecondProof(accountId: string) {
  const factors = await findFactors(accountId);
  return factors ? secondProofDue(factors, graceEnd) : "nothing";
}

/** The key of an application that its owner is adding, to be shown to them. */
export async function findPendingTotp(ctx: Context, id: string) {
  const [row] = await read(ctx, (db) =>
    db
      .select({ secret: totpAuthenticators.secret })
      .from(totpAuthenticators)
      .where(
        and(
          eq(totpAuthenticators.id, id),
          eq(totpAuthenticators.accountId, ctx.actor.id),
          isNull(totpAuthenticators.confirmedAt),
          sql`${totpAuthenticators.createdAt} > now() - interval '1 hour'`,
        ),
      ),
  );
  return row ? unseal(TOTP_SEAL, row.secret) : null;
}
