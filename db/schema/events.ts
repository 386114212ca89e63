import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Action } from "@/lib/events/model";
import { policy } from "./roles";

/** Nobody tells what happened to something that is not theirs. */
const isTheirs = sql`(select app_is_system())
  or subject_id = any((select app_account_ids())::uuid[])
  or exists (select from requests where requests.id = subject_id)
  or app_answers_for(subject_id)`;

/**
 * Append-only. The one log of what happened: the resident's timeline, the audit trail,
 * notifications and partner webhooks all read it. No foreign keys: a row outlives its subject.
 */
export const events = pgTable(
  "events",
  {
    id: uuid().primaryKey().defaultRandom(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    action: text().$type<Action>().notNull(),
    actorKind: text().notNull(),
    /** Of a helper: their subject at the portal. */
    actorId: text().notNull(),
    /** The resident in whose name a helper acted. */
    actingFor: uuid(),
    subjectId: uuid().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    index("events_subject_idx").on(t.subjectId, t.at),
    policy("reader", {
      for: "select",
      using: sql`(select app_is_system())
        or subject_id = any((select app_account_ids())::uuid[])
        or exists (select from requests where requests.id = subject_id)`,
    }),
    policy("keeper", {
      for: "delete",
      using: sql`(select app_is_system()) and is_spent_event(action, at)`,
    }),
    policy("author", {
      for: "insert",
      withCheck: sql`(actor_kind, actor_id) = (select app_author_kind(), app_author_id())
        and acting_for is not distinct from (select app_acting_for())
        and (${isTheirs})`,
    }),
  ],
);
