import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { CONSENT_ACTS, CONSENT_PLACES, type Notice } from "@/lib/consents/model";
import { everybodyReads, policy, systemSeesAll } from "./roles";

const isMine = sql`account_id = (select app_account_id())`;
/** Of an account that was joined to this one, too. */
const wasMine = sql`account_id = any((select app_account_ids())::uuid[])`;

/** What a service asks for: published once, never changed (trigger). */
export const consentNotices = pgTable(
  "consent_notices",
  {
    id: uuid().primaryKey().defaultRandom(),
    clientId: text().notNull(),
    version: integer().notNull(),
    notice: jsonb().$type<Notice>().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique("consent_notices_version_idx").on(t.clientId, t.version),
    everybodyReads,
    systemSeesAll,
  ],
);

/**
 * The ledger: append-only and hash-chained by triggers, which also give `seq`, `at` and the hashes.
 * No foreign keys: a proof outlives its subject.
 */
export const consentRecords = pgTable(
  "consent_records",
  {
    seq: bigint({ mode: "number" }).primaryKey().default(0),
    id: uuid().notNull().unique().defaultRandom(),
    accountId: uuid().notNull(),
    clientId: text().notNull(),
    noticeId: uuid().notNull(),
    act: text({ enum: CONSENT_ACTS }).notNull(),
    place: text({ enum: CONSENT_PLACES }).notNull(),
    /** Ids of the notice's items agreed to. */
    items: text().array().notNull().default(sql`'{}'`),
    /** The exact text shown, see consentText. */
    text: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }),
    /** Which rule made the hash, see consent_content; given by the trigger. */
    hashVersion: smallint().notNull().default(1),
    previousHash: text().notNull().default(""),
    hash: text().notNull().default(""),
  },
  (t) => [
    index("consent_records_account_idx").on(t.accountId, t.clientId, t.seq),
    // The figures of a service.
    index("consent_records_client_idx").on(t.clientId, t.accountId, t.seq),
    policy("reader", { for: "select", using: wasMine }),
    policy("author", { for: "insert", withCheck: isMine }),
    systemSeesAll,
  ],
);

/** Who read what, when: one row for each answer that held personal data. Append-only. */
export const dataAccesses = pgTable(
  "data_accesses",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** To the millisecond, as the cursor of a page says it. */
    at: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
    accountId: uuid().notNull(),
    clientId: text().notNull(),
    consentId: uuid().notNull(),
    items: text().array().notNull(),
    /** Under which mandate: at a helper’s request. */
    mandateId: uuid(),
  },
  (t) => [
    index("data_accesses_account_idx").on(t.accountId, t.at.desc(), t.id.desc()),
    index("data_accesses_client_idx").on(t.clientId, t.at),
    policy("reader", { for: "select", using: wasMine }),
    systemSeesAll,
  ],
);
