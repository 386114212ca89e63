import "server-only";
import { and, count, eq, isNull, type SQL, sql } from "drizzle-orm";
import { agents, organisations, units } from "@/db/schema/organisations";
import { procedureProviders, procedures } from "@/db/schema/procedures";
import { requests } from "@/db/schema/requests";
import { type Context, read, type Transaction } from "@/lib/context";
import { COUNT_CAP, PAGE_SIZE, VIEWS, type ViewId, writeCursor } from "../model";
import type { QueueFilters } from "../schemas";
import {
  type Agent,
  afterRow,
  beforeRow,
  filtered,
  LATEST,
  late,
  ofUnits,
  ofView,
  SOONEST,
} from "./conditions";

const LIST = new Intl.ListFormat("fr-FR");
const MOST_NAMED = 3;

const columns = {
  id: requests.id,
  reference: requests.reference,
  revision: requests.revision,
  applicantName: requests.applicantName,
  channel: requests.channel,
  status: requests.status,
  deadlineAt: requests.deadlineAt,
  pausedAt: requests.pausedAt,
  assigneeId: requests.assigneeId,
  assigneeName: sql<string | null>`${agents.givenName} || ' ' || ${agents.familyName}`,
  title: procedures.title,
};

/** One page, soonest deadline first, and the cursors of its neighbours. */
async function pageOf(db: Transaction["db"], filters: QueueFilters, agent: Agent) {
  const { after, before } = filters;
  const edge = after ? afterRow(after) : before && beforeRow(before);
  const isBackwards = !after && before !== undefined;
  const found = await db
    .select(columns)
    .from(requests)
    .innerJoin(procedures, eq(procedures.id, requests.procedureId))
    .leftJoin(agents, eq(agents.id, requests.assigneeId))
    .where(and(filtered(filters, agent), edge))
    .orderBy(...(isBackwards ? LATEST : SOONEST))
    .limit(PAGE_SIZE + 1);
  const isMore = found.length > PAGE_SIZE;
  const rows = found.slice(0, PAGE_SIZE);
  if (isBackwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    previous: first && (isBackwards ? isMore : after) ? writeCursor(first) : undefined,
    next: last && (isBackwards || isMore) ? writeCursor(last) : undefined,
  };
}

const capped = (where: SQL | undefined) =>
  sql<number>`(select ${count()} from (select 1 from ${requests} where ${where}
    limit ${COUNT_CAP + 1}) as counted)`.mapWith(Number);

/** How many in each view and under these filters, up to COUNT_CAP, in one query. */
async function countsOf(db: Transaction["db"], filters: QueueFilters, agent: Agent) {
  const inView = (id: ViewId) => capped(and(ofUnits(agent), ofView(id, agent)));
  const views = Object.fromEntries(VIEWS.map(({ id }) => [id, inView(id)]));
  const [counts] = await db
    .select({
      ...(views as Record<ViewId, SQL<number>>),
      shown: capped(filtered(filters, agent)),
      late: capped(and(filtered(filters, agent), late)),
    })
    .from(sql`(values (1)) as single`);
  return counts;
}

/** What the agent's units treat, for the filters and the heading. */
const providedBy = (db: Transaction["db"], { unitIds }: Agent) =>
  db
    .select({
      procedureId: procedures.id,
      title: procedures.title,
      unit: units.name,
      organisation: organisations.name,
    })
    .from(units)
    .innerJoin(organisations, eq(organisations.id, units.organisationId))
    .leftJoin(procedureProviders, eq(procedureProviders.unitId, units.id))
    .leftJoin(procedures, eq(procedures.id, procedureProviders.procedureId))
    .where(and(isNull(units.closedAt), sql`${units.id} = any(${sql.param([...unitIds])}::uuid[])`))
    .orderBy(units.name, procedures.title);

/** « Ville de Bron, Voirie et Propreté » */
function headingOf(provided: readonly { unit: string; organisation: string }[]) {
  const [organisation] = new Set(provided.map((row) => row.organisation));
  const names = [...new Set(provided.map((row) => row.unit))];
  const units = names.length > MOST_NAMED ? `${names.length} services` : LIST.format(names);
  return [organisation, units].filter(Boolean).join(", ");
}

/** The queue of the agent's own units: one door, three queries. */
export const listQueue = (agent: Agent, filters: QueueFilters) =>
  read({ actor: agent } satisfies Context, async (db) => {
    const provided = await providedBy(db, agent);
    const procedures = provided.flatMap(({ procedureId, title }) =>
      procedureId && title ? [[procedureId, { id: procedureId, title }] as const] : [],
    );
    return {
      ...(await pageOf(db, filters, agent)),
      counts: await countsOf(db, filters, agent),
      units: headingOf(provided),
      procedures: [...new Map(procedures).values()],
    };
  });
