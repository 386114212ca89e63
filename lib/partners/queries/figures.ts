import "server-only";
import { sql } from "drizzle-orm";
import { system } from "@/lib/auth/actor";
import { type Context, read } from "@/lib/context";
import { requireClient } from "./clients";

const DAYS = 30;
const WEEKS = 8;

export type Day = { day: string; signIns: number; failures: number };
export type Week = { monday: string; signIns: number; people: number };
export type ConsentCount = { active: number; withdrawn: number; readings: number };

/** Sign-ins by day, the quiet days too. */
const listDays = (clientId: string) =>
  read(system("figures"), (db) =>
    db.execute<Day>(sql`
      select to_char(d, 'YYYY-MM-DD') as day, coalesce(c.sign_ins, 0) as "signIns",
        coalesce(c.failures, 0) as failures
      from generate_series(current_date - ${DAYS - 1}::int, current_date, interval '1 day') d
      left join client_days c on c.client_id = ${clientId} and c.day = d::date
      order by d`),
  );

/** By week, with how many different people the service read something of. */
const listWeeks = (clientId: string) =>
  read(system("figures"), (db) =>
    db.execute<Week>(sql`
      select to_char(w, 'YYYY-MM-DD') as monday,
        (select coalesce(sum(sign_ins), 0)::int from client_days c where c.client_id = ${clientId}
          and c.day >= w::date and c.day < w::date + 7) as "signIns",
        (select count(distinct account_id)::int from data_accesses a where a.client_id = ${clientId}
          and a.at >= w and a.at < w + interval '7 days') as people
      from generate_series(date_trunc('week', now()) - ${WEEKS - 1} * interval '1 week',
        date_trunc('week', now()), interval '1 week') w
      order by w desc`),
  );

async function countConsents(clientId: string): Promise<ConsentCount> {
  const [count] = await read(system("figures"), (db) =>
    db.execute<ConsentCount>(sql`
      with last as (
        select distinct on (account_id) act, expires_at from consent_records
        where client_id = ${clientId} and act in ('given', 'withdrawn') order by account_id, seq desc
      )
      select (count(*) filter (where act = 'given' and expires_at > now()))::int as active,
        (count(*) filter (where act = 'withdrawn'))::int as withdrawn,
        (select count(*)::int from data_accesses where client_id = ${clientId}
          and at > now() - interval '30 days') as readings
      from last`),
  );
  return count ?? { active: 0, withdrawn: 0, readings: 0 };
}

/** The figures of a service, for its members: counts only, nobody's name. */
export async function getFigures(ctx: Context, organisationId: string, clientId: string) {
  await requireClient(ctx, organisationId, clientId);
  const [days, weeks, consents] = await Promise.all([
    listDays(clientId),
    listWeeks(clientId),
    countConsents(clientId),
  ]);
  return { days, weeks, consents };
}
