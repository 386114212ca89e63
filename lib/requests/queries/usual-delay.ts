import "server-only";
import { sql } from "drizzle-orm";
import { system } from "@/lib/auth/actor";
import { read } from "@/lib/context";

const [FEWEST, LATEST] = [10, 200];

/**
 * In how many days 8 requests out of 10 got their answer, over the last ones; null under ten of them.
 * Read as the system: a figure over everybody's requests, and nothing about anybody.
 */
export async function usualDelay(providerId: string) {
  const [row] = await read(system("usual-delay"), (db) =>
    db.execute<{ count: string; days: number | null }>(sql`
      select count(*) as count,
        ceil(extract(epoch from percentile_disc(0.8)
          within group (order by closed_at - submitted_at)) / 86400)::int as days
      from (
        select closed_at, submitted_at from requests
        where provider_id = ${providerId} and closed_at is not null
          and status in ('accepted', 'refused', 'closed')
        order by closed_at desc limit ${LATEST}
      ) as latest`),
  );
  const count = Number(row?.count ?? 0);
  return row?.days && count >= FEWEST ? { count, days: row.days } : null;
}
