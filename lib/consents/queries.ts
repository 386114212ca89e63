import "server-only";
import { createHash } from "node:crypto";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { consentNotices, consentRecords, dataAccesses } from "@/db/schema/consents";
import { mandates } from "@/db/schema/mandates";
import { type Context, read } from "@/lib/context";
import type { Notice } from "./model";

/** The notice in force for a service, or null when it asks for nothing. */
export async function findNotice(ctx: Context, clientId: string) {
  const [found] = await read(ctx, (db) =>
    db
      .select({
        id: consentNotices.id,
        version: consentNotices.version,
        notice: consentNotices.notice,
      })
      .from(consentNotices)
      .where(eq(consentNotices.clientId, clientId))
      .orderBy(desc(consentNotices.version))
      .limit(1),
  );
  return found ?? null;
}

/** Labels of a notice's items, in its order. */
export const labelsOf = ({ items }: Notice, ids: readonly string[]) =>
  items.filter(({ id }) => ids.includes(id)).map(({ label }) => label);

export type ConsentFigures = {
  service: string;
  controller: string;
  active: number;
  withdrawn: number;
  accesses: number;
};

/** By service: agreements that stand, withdrawn ones, and readings of data over 30 days. Nobody's name. */
export const countConsents = (ctx: Context) =>
  read(ctx, (db) =>
    db.execute<ConsentFigures>(sql`
      with decided as (
        select distinct on (account_id, client_id) client_id, act, expires_at
        from consent_records where act in ('given', 'withdrawn')
        order by account_id, client_id, seq desc
      ), latest as (
        select distinct on (client_id) client_id, notice from consent_notices
        order by client_id, version desc
      )
      select latest.notice ->> 'service' as service, latest.notice ->> 'controller' as controller,
        (count(*) filter (where act = 'given' and expires_at > now()))::int as active,
        (count(*) filter (where act = 'withdrawn'))::int as withdrawn,
        (select count(*) from data_accesses a where a.client_id = latest.client_id
          and a.at > now() - interval '30 days')::int as accesses
      from latest left join decided using (client_id)
      group by latest.client_id, latest.notice order by service`),
  );

const RECORD = {
  id: consentRecords.id,
  clientId: consentRecords.clientId,
  noticeId: consentRecords.noticeId,
  act: consentRecords.act,
  items: consentRecords.items,
  text: consentRecords.text,
  at: consentRecords.at,
  expiresAt: consentRecords.expiresAt,
  notice: consentNotices.notice,
  version: consentNotices.version,
};

type Decision = { act: string | null; expiresAt: Date | null };

/** Given, not withdrawn, not over. */
export const stands = ({ act, expiresAt }: Decision) =>
  act === "given" && expiresAt !== null && expiresAt > new Date();

/** The acts that say whether an agreement stands. */
export const DECISIONS = ["given", "withdrawn"] as const;

/** What this account last decided for a service, while it still stands. */
export async function findActiveConsent(ctx: Context, accountId: string, clientId: string) {
  const decided = and(
    eq(consentRecords.accountId, accountId),
    eq(consentRecords.clientId, clientId),
    inArray(consentRecords.act, DECISIONS),
  );
  const [last] = await read(ctx, (db) =>
    db
      .select(RECORD)
      .from(consentRecords)
      .innerJoin(consentNotices, eq(consentNotices.id, consentRecords.noticeId))
      .where(decided)
      .orderBy(desc(consentRecords.seq))
      .limit(1),
  );
  return last && stands(last) ? last : null;
}

export type ActiveConsent = NonNullable<Awaited<ReturnType<typeof findActiveConsent>>>;

export type ConsentStatus = "active" | "replaced" | "withdrawn" | "expired";

type Given = { id: string; clientId: string; expiresAt: Date | null };

function statusOf(given: Given, after: readonly { act: string; at: Date }[]): ConsentStatus {
  const [next] = after;
  if (next) return next.act === "withdrawn" ? "withdrawn" : "replaced";
  return given.expiresAt && given.expiresAt <= new Date() ? "expired" : "active";
}

/** Every agreement an account gave, newest first, with what became of it. */
export async function listConsents(ctx: Context, accountId: string) {
  const rows = await read(ctx, (db) =>
    db
      .select(RECORD)
      .from(consentRecords)
      .innerJoin(consentNotices, eq(consentNotices.id, consentRecords.noticeId))
      .where(and(eq(consentRecords.accountId, accountId), inArray(consentRecords.act, DECISIONS)))
      .orderBy(desc(consentRecords.seq))
      .limit(500),
  );
  return rows
    .map((row, index) => {
      const after = rows.slice(0, index).filter(({ clientId }) => clientId === row.clientId);
      const next = after.at(-1);
      return { ...row, status: statusOf(row, next ? [next] : []), endedAt: next?.at ?? null };
    })
    .filter(({ act }) => act === "given");
}

export type ConsentView = Awaited<ReturnType<typeof listConsents>>[number];

const PAGE = 20;

/** Who asked the service to, in the person’s name: « Paul Durand, Maison France services ». */
const HELPER = sql<string | null>`case when ${mandates.id} is not null then concat_ws(', ',
  case ${mandates.askedBy} when 'helper' then ${mandates.inviterName} else ${mandates.inviteeName} end,
  ${mandates.structure}) end`;

/** Readings after a cursor `<milliseconds>_<id>`; those of one millisecond are told apart by their id. */
function olderThan(before: string | undefined) {
  if (!before) return undefined;
  const [at = "0", id = ""] = before.split("_");
  const instant = new Date(Number(at)).toISOString();
  return sql`(${dataAccesses.at}, ${dataAccesses.id}) < (${instant}::timestamptz, ${id}::uuid)`;
}

/** Who read what, newest first; `before` is the `next` of the page before. */
export async function listAccesses(ctx: Context, accountId: string, before?: string) {
  const rows = await read(ctx, (db) =>
    db
      .select({
        id: dataAccesses.id,
        at: dataAccesses.at,
        clientId: dataAccesses.clientId,
        items: dataAccesses.items,
        consentedAt: consentRecords.at,
        notice: consentNotices.notice,
        helper: HELPER,
      })
      .from(dataAccesses)
      .leftJoin(mandates, eq(mandates.id, dataAccesses.mandateId))
      .innerJoin(consentRecords, eq(consentRecords.id, dataAccesses.consentId))
      .innerJoin(consentNotices, eq(consentNotices.id, consentRecords.noticeId))
      .where(and(eq(dataAccesses.accountId, accountId), olderThan(before)))
      .orderBy(desc(dataAccesses.at), desc(dataAccesses.id))
      .limit(PAGE + 1),
  );
  const accesses = rows.slice(0, PAGE).map(({ notice, items, ...row }) => ({
    ...row,
    service: notice.service,
    provider: notice.provider,
    purpose: notice.purpose,
    items: labelsOf(notice, items),
  }));
  const last = rows.length > PAGE ? accesses.at(-1) : undefined;
  return { accesses, next: last ? `${last.at.getTime()}_${last.id}` : null };
}

/** Agreements and last readings, through one door. */
export const getOverview = ({ actor }: Context, accountId: string) =>
  read({ actor }, async (db) => ({
    consents: await listConsents({ actor, db }, accountId),
    latest: await listAccesses({ actor, db }, accountId),
  }));

type Link = { seq: number; content: string; previousHash: string; hash: string };

function breakIn(links: readonly Link[], known: Link | undefined): string | null {
  let last = known;
  for (const link of links) {
    if (link.seq !== (last?.seq ?? 0) + 1) return `${link.seq}: a record is missing before it`;
    if (link.previousHash !== (last?.hash ?? ""))
      return `${link.seq}: not chained to the record before`;
    if (createHash("sha256").update(link.content).digest("hex") !== link.hash)
      return `${link.seq}: altered after it was written`;
    last = link;
  }
  return null;
}

const BATCH = 5000;

/**
 * Reads the whole ledger and recomputes its chain. Returns how many records hold, and the first one that does not.
 * The events log says how long the chain must be: a cut tail is seen too.
 */
export async function verifyLedger(
  ctx: Context,
): Promise<{ records: number; problem: string | null }> {
  let last: Link | undefined;
  for (;;) {
    const links = await read(ctx, (db) =>
      db.execute<Link>(sql`
        select seq::int, consent_content(r) as content, previous_hash as "previousHash", hash
        from consent_records r where seq > ${last?.seq ?? 0} order by seq limit ${BATCH}`),
    );
    const problem = breakIn(links, last);
    if (problem) return { records: last?.seq ?? 0, problem };
    last = links.at(-1) ?? last;
    if (links.length < BATCH) break;
  }
  const records = last?.seq ?? 0;
  const [log] = await read(ctx, (db) =>
    db.execute<{ seq: number }>(sql`
      select coalesce(max((details ->> 'seq')::int), 0) as seq from events where action like 'consent.%'`),
  );
  const missing =
    (log?.seq ?? 0) > records ? `${log?.seq}: recorded in the events, gone from the ledger` : null;
  return { records, problem: missing };
}
