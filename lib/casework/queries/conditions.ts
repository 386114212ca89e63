import "server-only";
import { and, asc, desc, eq, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import type { Actor } from "@/lib/auth/actor";
import { asDay, endOfDay, OPEN_STATUSES } from "@/lib/requests/model";
import type { Cursor, ViewId } from "../model";
import type { QueueFilters } from "../schemas";

export type Agent = Extract<Actor, { kind: "agent" }>;

const WEEK_MS = 7 * 86_400_000;

const open = inArray(requests.status, [...OPEN_STATUSES]);

/** The agent's units, always said: row level security alone would cost the index. */
export const ofUnits = ({ unitIds }: Agent) => inArray(requests.unitId, [...unitIds]);

export const late = and(open, isNull(requests.pausedAt), sql`${requests.deadlineAt} < now()`);

export function ofView(view: ViewId, { id }: Agent): SQL | undefined {
  const mine = eq(requests.assigneeId, id);
  const free = isNull(requests.assigneeId);
  switch (view) {
    case "a-moi-ou-libres":
      return and(open, or(mine, free));
    case "a-moi":
      return and(open, mine);
    case "libres":
      return and(open, free);
    case "echeance": {
      const weekEnd = endOfDay(asDay(new Date(Date.now() + WEEK_MS)));
      return and(open, isNull(requests.pausedAt), lte(requests.deadlineAt, weekEnd));
    }
    case "complement":
      return eq(requests.status, "awaiting_resident");
    case "toutes":
      return open;
  }
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** Every word of the name, in any order: « Ferreira Inès » is Inès Ferreira. */
const named = (q: string) =>
  and(
    ...q
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(
        (word) =>
          sql`unaccent(${requests.applicantName}) ilike unaccent(${`%${escapeLike(word)}%`})`,
      ),
  );

/** « bron 2026 4k7p2m », as it is dictated: the reference without what separates its parts. */
function referenced(q: string) {
  const signs = q.replace(/[\s-]/g, "");
  return signs
    ? sql`replace(${requests.reference}, '-', '') ilike ${`%${escapeLike(signs)}%`}`
    : undefined;
}

/** A reference or its end, a name, a phone number. */
function matching(q: string) {
  const digits = q.replace(/\D/g, "");
  const phone = sql`regexp_replace(${requests.applicantPhone}, '[^0-9]', '', 'g')`;
  return or(
    referenced(q),
    named(q),
    digits.length >= 6 ? sql`${phone} like ${`%${digits.slice(-9)}`}` : undefined,
  );
}

/** A search looks everywhere in the agent's units; a status asked for goes beyond what is open. */
export function filtered({ view, q, status, procedure, channel }: QueueFilters, agent: Agent) {
  const inView = q || (status && view === "toutes") ? undefined : ofView(view, agent);
  return and(
    ofUnits(agent),
    inView,
    q ? matching(q) : undefined,
    status ? eq(requests.status, status) : undefined,
    procedure ? eq(requests.procedureId, procedure) : undefined,
    channel ? eq(requests.channel, channel) : undefined,
    q ? sql`${requests.status} <> 'draft'` : undefined,
  );
}

export const SOONEST = [asc(requests.deadlineAt), asc(requests.id)];
export const LATEST = [desc(requests.deadlineAt), desc(requests.id)];

/** Rows after this one, soonest deadline first; without a deadline they come last. */
export function afterRow({ deadlineAt, id }: Cursor) {
  const same = sql`${requests.id} > ${id}`;
  if (!deadlineAt) return and(isNull(requests.deadlineAt), same);
  const at = deadlineAt.toISOString();
  return sql`(${requests.deadlineAt} > ${at} or (${requests.deadlineAt} = ${at} and ${same})
    or ${requests.deadlineAt} is null)`;
}

export function beforeRow({ deadlineAt, id }: Cursor) {
  const same = sql`${requests.id} < ${id}`;
  if (!deadlineAt) return sql`(${requests.deadlineAt} is not null or ${same})`;
  const at = deadlineAt.toISOString();
  return sql`(${requests.deadlineAt} < ${at} or (${requests.deadlineAt} = ${at} and ${same}))`;
}
