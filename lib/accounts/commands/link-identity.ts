import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { accounts, certifiedIdentities } from "@/db/schema/accounts";
import type { Transaction } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { identityNoticeJob } from "../jobs";
import {
  type CertifiedPerson,
  certifiedColumns,
  isRectified,
  isSameIdentity,
} from "../model/civil-identity";
import { waysIn } from "../policy";
import { getFactors } from "../queries/factors";
import { lockAccount } from "./lock-account";

type Key = Pick<CertifiedPerson, "issuer" | "subject">;

const SOMEBODY_ELSE =
  "Ce compte est déjà certifié au nom d’une autre personne. Utilisez un autre compte, ou une autre adresse.";
const HELD = "Votre identité certifie déjà un autre compte. Identifiez-vous de nouveau.";

/** One at a time for this person: of two accounts they certify at once, one is refused. */
export const lockPerson = ({ db }: Transaction, { issuer, subject }: Key) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 1))`);

/** The open account of this person, or null. */
export const findHolder = async ({ db }: Transaction, { issuer, subject }: Key) => {
  const [holder] = await db
    .select({
      id: accounts.id,
      email: accounts.email,
      closedAt: accounts.closedAt,
    })
    .from(certifiedIdentities)
    .innerJoin(accounts, eq(accounts.id, certifiedIdentities.accountId))
    .where(and(eq(certifiedIdentities.issuer, issuer), eq(certifiedIdentities.subject, subject)));
  return holder && !holder.closedAt ? holder : null;
};

/** The account that they certified: by the name FranceConnect gives them, else by the very same civil identity. */
export const findRecoverable = async (ctx: Transaction, person: CertifiedPerson) => {
  const holder = await findHolder(ctx, person);
  if (holder) return holder;
  const namesakes = await ctx.db
    .select({
      id: accounts.id,
      email: accounts.email,
      closedAt: accounts.closedAt,
      pivot: certifiedIdentities.pivot,
    })
    .from(certifiedIdentities)
    .innerJoin(accounts, eq(accounts.id, certifiedIdentities.accountId))
    .where(
      and(
        isNull(accounts.closedAt),
        eq(accounts.familyName, person.civil.familyName),
        eq(accounts.birthdate, person.civil.birthdate),
      ),
    );
  const same = namesakes.filter(({ pivot }) => isSameIdentity(pivot, person.civil));
  const [found] = same;
  return same.length === 1 && found ? found : null;
};

/** What a closed account had no more use for. */
const forgetClosed = ({ db }: Transaction, { issuer, subject }: Key) =>
  db
    .delete(certifiedIdentities)
    .where(
      and(
        eq(certifiedIdentities.issuer, issuer),
        eq(certifiedIdentities.subject, subject),
        sql`exists (select from accounts where accounts.id = account_id and closed_at is not null)`,
      ),
    );

async function refuseSomebodyElse({ db }: Transaction, accountId: string, person: CertifiedPerson) {
  const [known] = await db
    .select({ subject: certifiedIdentities.subject, pivot: certifiedIdentities.pivot })
    .from(certifiedIdentities)
    .where(eq(certifiedIdentities.accountId, accountId));
  if (known && known.subject !== person.subject && !isRectified(known.pivot, person.civil))
    throw conflict(SOMEBODY_ELSE);
}

/**
 * This account is this person's from now on: names, birth date and gender are the State's. Refused when it is
 * somebody else's, or when this person has another. As the system, inside the transaction that proved both.
 */
export async function linkIdentity(ctx: Transaction, accountId: string, person: CertifiedPerson) {
  const { issuer, subject, acr, civil } = person;
  await lockPerson(ctx, person);
  await forgetClosed(ctx, person);
  const holder = await findHolder(ctx, person);
  if (holder && holder.id !== accountId) throw conflict(HELD);
  await refuseSomebodyElse(ctx, accountId, person);
  const now = sql`now()`;
  const columns = { issuer, subject, acr, pivot: civil, certifiedAt: now, usedAt: now };
  await ctx.db
    .insert(certifiedIdentities)
    .values({ accountId, ...columns })
    .onConflictDoUpdate({ target: certifiedIdentities.accountId, set: columns });
  await ctx.db
    .update(accounts)
    .set({ ...certifiedColumns(civil), identityOrigin: "certified" })
    .where(eq(accounts.id, accountId));
  await recordEvent(ctx, "identity.certify", accountId, { acr });
}

const LAST_WAY =
  "L’autre compte ne s’ouvre qu’avec FranceConnect\u00a0: il n’aurait plus aucun moyen d’entrée. Réunissez vos deux comptes, ou donnez-lui d’abord un mot de passe.";

/** Never the last way in of the account that gives it up. */
async function refuseLastWay(ctx: Transaction, keep: string, person: Key) {
  const holder = await findHolder(ctx, person);
  if (!holder || holder.id === keep) return;
  await lockAccount(ctx, holder.id);
  if (waysIn(await getFactors(holder.id, ctx)) < 2) throw conflict(LAST_WAY);
}

/** Takes the certificate off whatever other account of this person has it; its owner is told. */
export async function unlinkIdentity(ctx: Transaction, keep: string, person: Key) {
  await lockPerson(ctx, person);
  await refuseLastWay(ctx, keep, person);
  const [left] = await ctx.db
    .delete(certifiedIdentities)
    .where(
      and(
        eq(certifiedIdentities.issuer, person.issuer),
        eq(certifiedIdentities.subject, person.subject),
        ne(certifiedIdentities.accountId, keep),
      ),
    )
    .returning({ accountId: certifiedIdentities.accountId });
  if (!left) return;
  await ctx.db
    .update(accounts)
    .set({ identityOrigin: "declared" })
    .where(eq(accounts.id, left.accountId));
  await recordEvent(ctx, "identity.move", left.accountId);
  await tellIdentity(ctx, left.accountId, "unlinked");
}

/** Tells the owner by mail what became of FranceConnect in their account. */
export const tellIdentity = (ctx: Transaction, accountId: string, what: "linked" | "unlinked") =>
  identityNoticeJob.enqueue(ctx, {
    accountId,
    what,
    noticeId: randomUUID(),
    at: new Date().toISOString(),
  });

/** Signed in with FranceConnect again. */
export const touchIdentity = ({ db }: Transaction, accountId: string, person: CertifiedPerson) =>
  db
    .update(certifiedIdentities)
    .set({ usedAt: sql`now()`, acr: person.acr, pivot: person.civil })
    .where(eq(certifiedIdentities.accountId, accountId));
