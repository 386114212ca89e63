import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { SCAN_STATES } from "@/lib/files/model";
import { messages, requests } from "./requests";
import { policy, systemSeesAll } from "./roles";

/** One uploaded or generated document. Its bytes are in the file store, under `storageKey`. */
export const files = pgTable(
  "files",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Who sent it, so that it can be attached later: an actor. */
    ownerKind: text().notNull(),
    ownerId: text().notNull(),
    requestId: uuid().references(() => requests.id),
    messageId: uuid().references(() => messages.id),
    fieldId: text(),
    name: text().notNull(),
    mediaType: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    sha256: text().notNull(),
    storageKey: text().notNull(),
    scan: text({ enum: SCAN_STATES }).notNull().default("pending"),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Not attached to anything by then: removed. */
    expiresAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("files_request_idx").on(t.requestId),
    index("files_expiry_idx").on(t.expiresAt),
    policy("owner", {
      using: sql`(owner_kind, owner_id) = (select app_actor_kind(), app_actor_id()) and owner_id <> ''`,
    }),
    policy("request", {
      for: "select",
      using: sql`exists (select from requests where requests.id = request_id)`,
    }),
    systemSeesAll,
  ],
);
