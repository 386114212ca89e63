import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { units } from "@/db/schema/organisations";
import { requests } from "@/db/schema/requests";
import { system } from "@/lib/auth/actor";
import { read } from "@/lib/context";
import type { Agent } from "./conditions";

/**
 * Of a request that this agent was reading until it was handed over: where it is now, and since when. Null for a
 * request that they never read: it is none of their business.
 */
export async function findHandedOver({ id }: Agent, reference: string) {
  const readBefore = sql`exists (
    select from events as reading where reading.subject_id = ${requests.id} and reading.action = 'request.read'
      and reading.actor_kind = 'agent' and reading.actor_id = ${id} and reading.at < ${events.at})`;
  const [handed] = await read(system("casework.handed-over"), (db) =>
    db
      .select({ reference: requests.reference, unitName: units.name, at: events.at })
      .from(requests)
      .innerJoin(
        events,
        and(eq(events.subjectId, requests.id), eq(events.action, "request.hand-over")),
      )
      .innerJoin(units, eq(units.id, requests.unitId))
      .where(and(eq(requests.reference, reference), readBefore))
      .orderBy(desc(events.at))
      .limit(1),
  );
  return handed ?? null;
}
