import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { TEMPLATES } from "@/lib/notifications/model";
import { policy, systemSeesAll } from "./roles";

const isOfRequest = sql`exists (select from requests where requests.id = subject_id)`;

/** Trace of each message sent: no body, no address. `id` is the idempotency key of the sending. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: uuid().primaryKey().defaultRandom(),
    template: text({ enum: TEMPLATES }).notNull(),
    /** Of a message that the request's workflow writes: which action, and which of its recipients. */
    action: text(),
    place: integer(),
    /** The request, account… it is about. */
    subjectId: uuid().notNull(),
    status: text({ enum: ["queued", "sent", "failed", "skipped"] })
      .notNull()
      .default("queued"),
    attempts: integer().notNull().default(0),
    lastError: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    sentAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("deliveries_subject_idx").on(t.subjectId, t.createdAt),
    policy("request", { for: "select", using: isOfRequest }),
    systemSeesAll,
    policy("queue", { for: "insert", withCheck: sql`status = 'queued' and ${isOfRequest}` }),
  ],
);

/** Last sign of life of a program (worker…). */
export const heartbeats = pgTable(
  "heartbeats",
  { name: text().primaryKey(), at: timestamp({ withTimezone: true }).notNull() },
  () => [systemSeesAll],
);
