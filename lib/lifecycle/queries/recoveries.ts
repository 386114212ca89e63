import "server-only";
import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/lifecycle";
import { organisations } from "@/db/schema/organisations";
import { hasRole, system } from "@/lib/auth/actor";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { LINK_DAYS } from "../model/recovery";

/** The métropole whose managers and administrators this agent is one of; or null: recovery is theirs alone. */
export async function findRecoveryOffice({ actor }: Context) {
  const found = await read({ actor }, (db) =>
    db
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.kind, "metropole")),
  );
  return found.find(({ id }) => hasRole(actor, id, "manager", "administrator"))?.id ?? null;
}

const agentName = (column: string) =>
  sql<
    string | null
  >`(select given_name || ' ' || family_name from agents where agents.id = ${sql.raw(column)})`;

const ROW = {
  id: accountRecoveries.id,
  accountId: accountRecoveries.accountId,
  newEmail: accountRecoveries.email,
  reason: accountRecoveries.reason,
  evidence: accountRecoveries.evidence,
  askedBy: accountRecoveries.askedBy,
  askedAt: accountRecoveries.askedAt,
  askerName: agentName("account_recoveries.asked_by"),
  approvedBy: accountRecoveries.approvedBy,
  approvedAt: accountRecoveries.approvedAt,
  approverName: agentName("account_recoveries.approved_by"),
  readyAt: accountRecoveries.readyAt,
  sentAt: accountRecoveries.sentAt,
  endedAt: accountRecoveries.endedAt,
  outcome: accountRecoveries.outcome,
  /** The account's own, which agents do not read by themselves. */
  email: sql<string>`(select email from accounts where accounts.id = ${accountRecoveries.accountId})`,
};

const MOST = 100;

const ADDRESSES = sql`lower(${accountRecoveries.email} || ' ' || (select email from accounts where accounts.id = ${accountRecoveries.accountId}))`;

const rowsOf = (officeId: string, { id, word }: { id?: string; word?: string }) =>
  read(system("lifecycle"), (db) =>
    db
      .select(ROW)
      .from(accountRecoveries)
      .where(
        and(
          eq(accountRecoveries.organisationId, officeId),
          id ? eq(accountRecoveries.id, id) : undefined,
          word ? sql`position(lower(${word}) in ${ADDRESSES}) > 0` : undefined,
        ),
      )
      .orderBy(desc(accountRecoveries.askedAt))
      .limit(MOST),
  );

const officeOf = async (ctx: Context) => {
  const office = await findRecoveryOffice(ctx);
  if (!office) throw notFound("Page");
  return office;
};

/** Recoveries under way and over, the latest first; `word`: in the address before, or the new one. */
export const listRecoveries = async (ctx: Context, word = "") =>
  rowsOf(await officeOf(ctx), { word });

export async function getRecovery(ctx: Context, id: string) {
  const [row] = await rowsOf(await officeOf(ctx), { id });
  if (!row) throw notFound("Récupération");
  return row;
}

export type RecoveryRow = Awaited<ReturnType<typeof getRecovery>>;

/** Links that nobody opened in time. As the system. */
export const listUnopened = (ctx: Context) =>
  read(ctx, (db) =>
    db
      .select({ id: accountRecoveries.id, accountId: accountRecoveries.accountId })
      .from(accountRecoveries)
      .where(
        and(
          isNull(accountRecoveries.endedAt),
          lt(accountRecoveries.sentAt, sql`now() - ${LINK_DAYS} * interval '1 day'`),
        ),
      ),
  );
