import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { CLOSURE_CAUSES, MERGE_PROOFS } from "@/lib/lifecycle/model";
import { EVIDENCE, RECOVERY_OUTCOMES } from "@/lib/lifecycle/model/recovery";
import { accounts } from "./accounts";
import { agents, organisations } from "./organisations";
import { policy, systemSeesAll } from "./roles";

/** An account on its way out, until `dueAt`; none any more once it is kept, or closed. */
export const accountClosures = pgTable(
  "account_closures",
  {
    accountId: uuid()
      .primaryKey()
      .references(() => accounts.id),
    cause: text({ enum: CLOSURE_CAUSES }).notNull(),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    dueAt: timestamp({ withTimezone: true }).notNull(),
    /** The last reminder was the one of so many days before the end. */
    remindedDays: integer(),
  },
  (t) => [
    index("account_closures_due_idx").on(t.dueAt),
    policy("self", { using: sql`account_id = (select app_account_id())` }),
    systemSeesAll,
  ],
);

/** Two accounts of one person became one: services that knew the closed one know the other by the same name. */
export const accountMerges = pgTable(
  "account_merges",
  {
    mergedId: uuid()
      .primaryKey()
      .references(() => accounts.id),
    keptId: uuid()
      .notNull()
      .references(() => accounts.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("account_merges_kept_idx").on(t.keptId),
    policy("self", { for: "select", using: sql`kept_id = (select app_account_id())` }),
    systemSeesAll,
  ],
);

/** Whoever is signed in to the one has just proven that the other is theirs; good for one merge, a few minutes. */
export const mergeProofs = pgTable(
  "merge_proofs",
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    otherId: uuid()
      .notNull()
      .references(() => accounts.id),
    proof: text({ enum: MERGE_PROOFS }).notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("merge_proofs_expiry_idx").on(t.expiresAt),
    policy("self", { for: "select", using: sql`account_id = (select app_account_id())` }),
    systemSeesAll,
  ],
);

/** An agent asks, another approves, the owner has three days to say no; then a link goes to the new address. */
export const accountRecoveries = pgTable(
  "account_recoveries",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Whose agents answer for it. */
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    /** The address that the account will have. */
    email: text().notNull(),
    reason: text().notNull(),
    evidence: text({ enum: EVIDENCE }).array().notNull(),
    askedBy: uuid()
      .notNull()
      .references(() => agents.id),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    approvedBy: uuid().references(() => agents.id),
    approvedAt: timestamp({ withTimezone: true }),
    /** When the link may leave. */
    readyAt: timestamp({ withTimezone: true }),
    sentAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
    outcome: text({ enum: RECOVERY_OUTCOMES }),
  },
  (t) => [
    uniqueIndex("account_recoveries_open_idx").on(t.accountId).where(sql`ended_at is null`),
    index("account_recoveries_asked_idx").on(t.organisationId, t.askedAt),
    check("account_recoveries_two_people", sql`approved_by <> asked_by`),
    policy("self", { for: "select", using: sql`account_id = (select app_account_id())` }),
    policy("responsible", {
      using: sql`organisation_id = any((select app_managed_ids())::uuid[])`,
    }),
    policy("asker", {
      as: "restrictive",
      for: "insert",
      withCheck: sql`(select app_is_system()) or asked_by = (select app_agent_id())`,
    }),
    systemSeesAll,
  ],
);
