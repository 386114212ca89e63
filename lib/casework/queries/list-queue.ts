import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { agents, organisations, units } from "@/db/schema/organisations";
import { procedureProviders, procedures } from "@/db/schema/procedures";
import { requests } from "@/db/schema/requests";
import { nobody } from "@/lib/auth/actor";
import { type Context, read, type Transaction } from "@/lib/context";
import { kept } from "@/lib/kept";
import { PAGE_SIZE, writeCursor } from "../model";
import type { QueueFilters } from "../schemas";
import { type Agent, partsUnder } from "./conditions";
import { countQueue } from "./count-queue";
import { firstOf } from "./read-parts";

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
  const isBackwards = !after && before !== undefined;
  const page = firstOf(agent, partsUnder(filters, agent), { after, before, count: PAGE_SIZE + 1 });
  const found = await db
    .select(columns)
    .from(sql`(${page}) as page`)
    .innerJoin(requests, sql`${requests.id} = page.id`)
    .innerJoin(procedures, eq(procedures.id, requests.procedureId))
    .leftJoin(agents, eq(agents.id, requests.assigneeId))
    .orderBy(sql`page.due`, sql`page.id`);
  const isMore = found.length > PAGE_SIZE;
  const rows = isBackwards ? found.slice(-PAGE_SIZE) : found.slice(0, PAGE_SIZE);
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    previous: first && (isBackwards ? isMore : after) ? writeCursor(first) : undefined,
    next: last && (isBackwards || isMore) ? writeCursor(last) : undefined,
  };
}

/** What these units treat, for the filters and the heading: the same for every agent of theirs. */
const providedBy = (unitIds: readonly string[]) =>
  kept("provided", unitIds, () =>
    read(nobody, (db) =>
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
        .where(
          and(isNull(units.closedAt), sql`${units.id} = any(${sql.param([...unitIds])}::uuid[])`),
        )
        .orderBy(units.name, procedures.title),
    ),
  );

/** « Ville de Bron, Voirie et Propreté » */
function headingOf(provided: readonly { unit: string; organisation: string }[]) {
  const [organisation] = new Set(provided.map((row) => row.organisation));
  const names = [...new Set(provided.map((row) => row.unit))];
  const units = names.length > MOST_NAMED ? `${names.length} services` : LIST.format(names);
  return [organisation, units].filter(Boolean).join(", ");
}

/** The queue of the agent's own units: one door, two queries sent at once. */
export async function listQueue(agent: Agent, filters: QueueFilters) {
  const [[page, counts], provided] = await Promise.all([
    read({ actor: agent } satisfies Context, (db) =>
      Promise.all([pageOf(db, filters, agent), countQueue(db, filters, agent)]),
    ),
    providedBy(agent.unitIds),
  ]);
  const procedures = provided.flatMap(({ procedureId, title }) =>
    procedureId && title ? [[procedureId, { id: procedureId, title }] as const] : [],
  );
  return {
    ...page,
    counts,
    units: headingOf(provided),
    procedures: [...new Map(procedures).values()],
  };
}
