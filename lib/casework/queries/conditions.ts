import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { AWAITING, CLOSED, DUE, OPEN, requests } from "@/db/schema/requests";
import type { Actor } from "@/lib/auth/actor";
import { asDay, endOfDay, isClosed } from "@/lib/requests/model";
import type { Cursor, ViewId } from "../model";
import type { QueueFilters } from "../schemas";

export type Agent = Extract<Actor, { kind: "agent" }>;

/** A part of a view that one index holds in order of deadline; `requests_owner_idx` starts by owner. */
export type Part = { where: SQL | undefined; isByOwner?: true };

const WEEK_MS = 7 * 86_400_000;

/** Out of the planner's sight: it makes one plan, whatever the value, and keeps it. */
const unseen = (value: string | readonly string[], type: "timestamptz" | "uuid" | "uuid[]") =>
  sql`(select ${sql.param(value)}::${sql.raw(type)})`;

/** The agent's units, one by one. Always said: row level security alone would cost the index. */
export const unitsOf = ({ unitIds }: Agent) =>
  sql`unnest(${unseen([...unitIds], "uuid[]")}) as unit(id)`;

const mine = ({ id }: Agent): Part => ({
  where: sql`${OPEN} and ${requests.assigneeId} = ${unseen(id, "uuid")}`,
  isByOwner: true,
});

const FREE: Part = { where: sql`${OPEN} and ${requests.assigneeId} is null`, isByOwner: true };

const dueThisWeek = () => {
  const weekEnd = endOfDay(asDay(new Date(Date.now() + WEEK_MS))).toISOString();
  return sql`${OPEN} and ${requests.pausedAt} is null and ${DUE} <= ${unseen(weekEnd, "timestamptz")}`;
};

export const LATE = sql`${OPEN} and ${requests.pausedAt} is null and ${DUE} < now()`;

export function partsOf(view: ViewId, agent: Agent): Part[] {
  switch (view) {
    case "a-moi-ou-libres":
      return [mine(agent), FREE];
    case "a-moi":
      return [mine(agent)];
    case "libres":
      return [FREE];
    case "echeance":
      return [{ where: dueThisWeek() }];
    case "complement":
      return [{ where: AWAITING }];
    case "toutes":
      return [{ where: OPEN }];
  }
}

/** As it is dictated: « bron 2026 4k7p2m », « Ferreira Inès », « 06 39 98 12 34 » or « +33 6 39… ». */
function wordsOf(q: string) {
  const digits = q.replace(/\D/g, "");
  const isPhone = digits.length >= 6 && /^[\d\s.+()-]+$/.test(q);
  return isPhone ? [digits.slice(-9)] : q.split(/[\s,-]+/).filter(Boolean);
}

/** Each word is in the reference, the name or the phone number; see find_requests, which has an index for it. */
const matching = (q: string) =>
  sql`${requests.id} = any(array(select find_requests(${sql.param(wordsOf(q))}::text[])))`;

export const isFiltered = ({ q, status, procedure, channel }: QueueFilters) =>
  Boolean(q || status || procedure || channel);

/** A search looks everywhere in the agent's units; a status asked for goes beyond what is open. */
function partsWithin({ view, q, status }: QueueFilters, agent: Agent): Part[] {
  if (q) return [{ where: undefined }];
  return view === "toutes" && status && isClosed(status)
    ? [{ where: CLOSED }]
    : partsOf(view, agent);
}

export function partsUnder(sent: QueueFilters, agent: Agent): Part[] {
  const { q, status, procedure, channel } = sent;
  const filters = and(
    q ? matching(q) : undefined,
    status ? eq(requests.status, status) : undefined,
    procedure ? eq(requests.procedureId, procedure) : undefined,
    channel ? eq(requests.channel, channel) : undefined,
  );
  return partsWithin(sent, agent).map((part) => ({ ...part, where: and(part.where, filters) }));
}

/** Rows past this one: soonest deadline first, without a deadline last. */
export function past({ deadlineAt, id }: Cursor, isBackwards: boolean) {
  const due = unseen(deadlineAt?.toISOString() ?? "infinity", "timestamptz");
  return sql`(${DUE}, ${requests.id}) ${isBackwards ? sql`<` : sql`>`} (${due}, ${unseen(id, "uuid")})`;
}
