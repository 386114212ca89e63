import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { SCAN_STATES } from "@/lib/files/model";
import { messages, requests } from "./requests";
import { policy, systemSeesAll } from "./roles";

const isOwner = sql`(owner_kind, owner_id) = (select app_actor_kind(), app_actor_id()) and owner_id <> ''`;
const hasReadableRequest = (and = sql`true`) =>
  sql`exists (select from requests where requests.id = files.request_id and (${and}))`;
const ofDraft = hasReadableRequest(sql`requests.status = 'draft'`);

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
    /** Not attached to anything by then: removed, unless its draft still lives. Null once attached. */
    expiresAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("files_request_idx").on(t.requestId),
    index("files_owner_idx").on(t.ownerKind, t.ownerId),
    index("files_expiry_idx").on(t.expiresAt),
    policy("owner", {
      using: isOwner,
      withCheck: sql`${isOwner} and (request_id is null or ${hasReadableRequest()})`,
    }),
    // Sent, or still in a draft: a draft is seen by who fills it only.
    policy("request", {
      for: "select",
      using: hasReadableRequest(sql`files.expires_at is null or requests.status = 'draft'`),
    }),
    // Whoever took over a draft (claimed it into an account) handles its files too.
    policy("draft", { for: "update", using: ofDraft }),
    policy("draft_removal", { for: "delete", using: ofDraft }),
    systemSeesAll,
  ],
);
