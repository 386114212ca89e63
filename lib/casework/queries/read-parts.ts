import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { DUE, requests } from "@/db/schema/requests";
import { COUNT_CAP, type Cursor } from "../model";
import { type Agent, type Part, past, unitsOf } from "./conditions";

const OF_UNIT = sql`${requests.unitId} = unit.id`;

// A plan that must do for every value has to see each limit.
const limit = (count: number) => sql`limit ${sql.raw(String(count))}`;

const joined = (parts: SQL[]) => sql.join(parts, sql` union all `);

type Window = { after?: Cursor | undefined; before?: Cursor | undefined; count: number };

/**
 * Ids of the first rows, soonest deadline first (last first when before a row). Each unit's index gives
 * the first ones of each part, and these few are merged: a page costs the same whatever the queue's length.
 */
export function firstOf(agent: Agent, parts: readonly Part[], { after, before, count }: Window) {
  const isBackwards = !after && before !== undefined;
  const edge = after ?? before;
  const way = isBackwards ? sql`desc` : sql`asc`;
  const first = parts.map(
    ({ where, isByOwner }) => sql`(
      select ${requests.id} as id, ${DUE} as due from ${requests}
      where ${and(OF_UNIT, where, edge && past(edge, isBackwards))}
      order by ${isByOwner ? sql`${requests.assigneeId} ${way},` : sql``} ${DUE} ${way}, ${requests.id} ${way}
      ${limit(count)})`,
  );
  return sql`
    select page.id, page.due from ${unitsOf(agent)} cross join lateral (${joined(first)}) as page
    order by page.due ${way}, page.id ${way} ${limit(count)}`;
}

/** How many rows, up to one more than is told. */
export function countOf(agent: Agent, parts: readonly Part[], more?: SQL) {
  const rows = parts.map(
    ({ where }) => sql`(
      select 1 from ${requests} where ${and(OF_UNIT, where, more)} ${limit(COUNT_CAP + 1)})`,
  );
  return sql<number>`(select count(*)::int from (
    select 1 from ${unitsOf(agent)} cross join lateral (${joined(rows)}) as part ${limit(COUNT_CAP + 1)}
  ) as counted)`;
}
