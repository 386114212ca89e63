import "server-only";
import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { accountClosures } from "@/db/schema/lifecycle";
import { system } from "@/lib/auth/actor";
import { type Context, read } from "@/lib/context";
import { erasedEmail } from "./model";

const lifecycle = system("lifecycle");

/** Does this account's owner work for an organisation? Known by their address, or by their sign-in on the portal. */
export const holdsRole = async (accountId: string, ctx: Context = lifecycle) => {
  const [row] = await read({ ...ctx, actor: lifecycle.actor }, (db) =>
    db.execute<{ holds: boolean }>(sql`
      select exists (
        select from agents a join agent_roles r on r.agent_id = a.id
        where a.disabled_at is null and (
          a.email = (select email from accounts where id = ${accountId})
          or a.resident_id in (
            select residents.id from residents join pairwise_subjects p on p.sub::text = residents.sub
            where p.account_id = ${accountId}))) as holds`),
  );
  return row?.holds ?? false;
};

/** What is under way to close this account, or null. */
export async function findClosure(ctx: Context, accountId: string) {
  const [closure] = await read(ctx, (db) =>
    db
      .select({
        cause: accountClosures.cause,
        askedAt: accountClosures.askedAt,
        dueAt: accountClosures.dueAt,
        remindedDays: accountClosures.remindedDays,
      })
      .from(accountClosures)
      .where(eq(accountClosures.accountId, accountId)),
  );
  return closure ?? null;
}

const BATCH = 500;

const lastSeen = sql`coalesce(${accounts.lastSignInAt}, ${accounts.createdAt})`;

/** Open accounts that nobody has entered since, and nobody was warned about. */
export const listForgotten = (ctx: Context, since: Date) =>
  read(ctx, (db) =>
    db
      .select({ id: accounts.id })
      .from(accounts)
      .leftJoin(accountClosures, eq(accountClosures.accountId, accounts.id))
      .where(
        and(
          isNull(accounts.closedAt),
          isNull(accountClosures.accountId),
          sql`${lastSeen} <= ${since.toISOString()}::timestamptz`,
        ),
      )
      .orderBy(accounts.id)
      .limit(BATCH),
  );

/** Accounts on their way out whose end, or whose next reminder, may have come by then. */
export const listEnding = (ctx: Context, before: Date) =>
  read(ctx, (db) =>
    db
      .select({ accountId: accountClosures.accountId })
      .from(accountClosures)
      .where(lte(accountClosures.dueAt, before))
      .orderBy(accountClosures.dueAt),
  );

/** Closed, and not erased yet: a mail that did not leave, a worker that stopped. */
export const listUnerased = (ctx: Context) =>
  read(ctx, (db) =>
    db
      .select({ id: accounts.id })
      .from(accounts)
      .where(
        sql`${accounts.closedAt} < now() - interval '1 hour' and ${accounts.email} not like ${erasedEmail("%")}`,
      ),
  );

/** A closed account as it must be to be written to for the last time; null once it is erased. */
export async function findClosed(ctx: Context, accountId: string) {
  const [row] = await read(ctx, (db) =>
    db
      .select({
        email: accounts.email,
        givenName: accounts.givenName,
        closedAt: accounts.closedAt,
        isMerged: sql<boolean>`exists (select from account_merges m where m.merged_id = ${accounts.id})`,
      })
      .from(accounts)
      .where(and(eq(accounts.id, accountId), sql`${accounts.closedAt} is not null`)),
  );
  const { closedAt } = row ?? {};
  return row && closedAt && row.email !== erasedEmail(accountId) ? { ...row, closedAt } : null;
}
