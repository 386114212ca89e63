import { sql } from "drizzle-orm";
import { index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { requests } from "./requests";
import { policy, systemSeesAll, writtenByAgent } from "./roles";

/** Internal: the unit's agents read it, the resident never does on screen. */
export const notes = pgTable(
  "notes",
  {
    id: uuid().primaryKey().defaultRandom(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    agentId: uuid().notNull(),
    agentName: text().notNull(),
    body: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("notes_request_idx").on(t.requestId, t.createdAt),
    policy("agent", {
      using: sql`(select app_actor_kind()) = 'agent'
        and exists (select from requests where requests.id = request_id)`,
    }),
    policy("author", { as: "restrictive", for: "insert", withCheck: writtenByAgent }),
    systemSeesAll,
  ],
);
