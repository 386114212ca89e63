import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/lib/context";
import { isClosed } from "@/lib/requests/model";
import { COUNT_CAP, type ViewId } from "../model";
import type { QueueFilters } from "../schemas";
import { type Agent, isFiltered, LATE, partsOf, partsUnder } from "./conditions";
import { countOf } from "./read-parts";

type Counted = { mine: number; free: number; due: number; awaiting: number; all: number };
type Row = Counted & { late: number; shown: number };

const ZERO = sql.raw("0");
const CAP = sql.raw(String(COUNT_CAP));

/** How many in each view and under these filters, up to COUNT_CAP, in one query. */
export async function countQueue(db: Transaction["db"], filters: QueueFilters, agent: Agent) {
  const count = (view: ViewId) => countOf(agent, partsOf(view, agent));
  const shown = partsUnder(filters, agent);
  const isOver = filters.status && isClosed(filters.status);
  const [row] = await db.execute<Row>(sql`
    with counts as materialized (
      select ${count("a-moi")} as mine, ${count("libres")} as free, ${count("echeance")} as due,
        ${count("complement")} as awaiting, ${isOver ? ZERO : countOf(agent, shown, LATE)} as late,
        ${isFiltered(filters) ? countOf(agent, shown) : ZERO} as shown)
    select *, case when free > ${CAP} then free else ${count("toutes")} end as all from counts`);
  if (!row) throw new Error("No row.");
  const { mine, free, due, awaiting, all, late } = row;
  const views: Record<ViewId, number> = {
    "a-moi-ou-libres": mine + free,
    "a-moi": mine,
    libres: free,
    echeance: due,
    complement: awaiting,
    toutes: all,
  };
  return { ...views, late, shown: isFiltered(filters) ? row.shown : views[filters.view] };
}
