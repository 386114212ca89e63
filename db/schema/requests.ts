import { sql } from "drizzle-orm";
import {
  index,
  integer,
  jsonb,
  type PgColumn,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { Answers, Typed } from "@/lib/forms/model";
import {
  CHANNELS,
  CLOSED_STATUSES,
  OPEN_STATUSES,
  type Origins,
  REQUEST_KINDS,
  STATUSES,
  type Status,
} from "@/lib/requests/model";
import type { Flow } from "@/lib/workflows/model/flow";
import { PRIORITIES } from "@/lib/workflows/schemas/actions/change";
import { timestamps } from "./columns";
import { formVersions } from "./forms";
import { agents, organisations, units } from "./organisations";
import { procedureProviders, procedures } from "./procedures";
import { policy, readersOfRequest, systemSeesAll, writtenByAgent } from "./roles";
import { workflowVersions } from "./workflows";

export const requestStatus = pgEnum("request_status", STATUSES);

const reference = <C extends PgColumn>(to: () => C) => uuid().notNull().references(to);

/** Written out: a partial index serves only what says its condition in these very words. */
const inStatus = (statuses: readonly Status[]) =>
  sql.raw(`status in (${statuses.map((status) => `'${status}'`).join(", ")})`);

export const OPEN = inStatus(OPEN_STATUSES);
export const CLOSED = inStatus(CLOSED_STATUSES);
export const AWAITING = inStatus(["awaiting_resident"]);

/**
 * The deadline, or the end of time: one order in which any row has its place. With `case`, since row
 * level security keeps from an index what might leak, and PostgreSQL does not vouch for coalesce().
 */
export const DUE = sql.raw(
  "(case when deadline_at is null then 'infinity'::timestamptz else deadline_at end)",
);

const COUNTED = [
  "deadlineAt",
  "pausedAt",
  "status",
  "procedureId",
  "channel",
  "residentId",
  "trackingHash",
] as const;

/** What the queue's filters and the policies read: with it in the index, the table itself is not read. */
const counted = (t: Record<(typeof COUNTED)[number], PgColumn>) => COUNTED.map((name) => t[name]);

/**
 * From draft to closed. A draft holds what was typed; once sent, checked answers that never change: the trigger
 * `requests_stay_as_sent` refuses it to everybody.
 */
export const requests = pgTable(
  "requests",
  {
    id: uuid().primaryKey().defaultRandom(),
    reference: text().notNull().unique(),
    procedureId: reference(() => procedures.id),
    providerId: reference(() => procedureProviders.id),
    formVersionId: reference(() => formVersions.id),
    workflowVersionId: reference(() => workflowVersions.id),
    organisationId: reference(() => organisations.id),
    unitId: reference(() => units.id),
    residentId: uuid(),
    /** sha256 of the tracking code, when filed without an account. */
    trackingHash: text(),
    channel: text({ enum: CHANNELS }).notNull().default("portal"),
    kind: text({ enum: REQUEST_KINDS }).notNull().default("service"),
    /** The phase: what queues, figures, the legal clock and the policies go by. */
    status: requestStatus().notNull().default("draft"),
    /** The status of the request's own workflow; none for a draft, nor for what was filed before there was one. */
    statusId: text(),
    /** What its workflow has noted: internal fields, functions, answers of sub-forms and of web services. */
    flow: jsonb().$type<Partial<Flow>>().notNull().default({}),
    priority: text({ enum: PRIORITIES }).notNull().default("normal"),
    typed: jsonb().$type<Typed>().notNull().default({}),
    /** By step of a draft, the displayed page that wrote it last: another one that writes is another window. */
    writtenFrom: jsonb().$type<Record<string, string>>().notNull().default({}),
    answers: jsonb().$type<Answers>().notNull().default({}),
    origins: jsonb().$type<Origins>().notNull().default({}),
    applicantName: text(),
    applicantEmail: text(),
    applicantPhone: text(),
    /** Who sent it in the applicant’s name: « Paul Durand, Maison France services ». */
    helperName: text(),
    /** Reference, name and phone as agents look for them: find_requests reads it, and its index. */
    searchText: text().generatedAlwaysAs(
      sql`request_text(reference, applicant_name, applicant_phone)`,
    ),
    assigneeId: uuid().references(() => agents.id),
    submittedAt: timestamp({ withTimezone: true }),
    /** When the legal delay ends; pushed back by the time spent waiting for the resident. */
    deadlineAt: timestamp({ withTimezone: true, precision: 3 }),
    pausedAt: timestamp({ withTimezone: true }),
    closedAt: timestamp({ withTimezone: true }),
    reason: text(),
    draftExpiresAt: timestamp({ withTimezone: true }),
    /** Bumped by every change: a writer says which one it read. */
    revision: integer().notNull().default(0),
    ...timestamps,
  },
  (t) => [
    index("requests_resident_idx").on(t.residentId, t.updatedAt),
    index("requests_tracking_idx").on(t.trackingHash),
    index("requests_closed_idx").on(t.unitId, DUE, t.id).where(CLOSED),
    index("requests_open_idx")
      .on(t.unitId, DUE, t.id, ...counted(t))
      .where(OPEN),
    index("requests_owner_idx")
      .on(t.unitId, t.assigneeId, DUE, t.id, ...counted(t))
      .where(OPEN),
    index("requests_awaiting_idx")
      .on(t.unitId, DUE, t.id, ...counted(t))
      .where(AWAITING),
    index("requests_search_idx")
      .using("gin", t.unitId, t.searchText.op("gin_trgm_ops"))
      .where(sql`status <> 'draft'`),
    index("requests_delay_idx").on(t.providerId, t.closedAt),
    policy("resident", {
      using: sql`resident_id = (select app_resident_id())
        and ((select app_mandate_unit_ids()) is null or unit_id = any((select app_mandate_unit_ids())::uuid[]))`,
    }),
    policy("visitor", { using: sql`tracking_hash = (select app_tracking_hash())` }),
    policy("agent", {
      using: sql`unit_id = any((select app_unit_ids())::uuid[]) and status <> 'draft'`,
    }),
    policy("starts_as_draft", {
      as: "restrictive",
      for: "insert",
      withCheck: sql`(select app_is_system()) or status = 'draft'`,
    }),
    policy("holders_decide_nothing", {
      as: "restrictive",
      for: "update",
      using: sql`true`,
      withCheck: sql`(select app_actor_kind()) in ('agent', 'system')
        or status not in ('accepted', 'refused', 'closed')`,
    }),
    policy("only_drafts_go", { as: "restrictive", for: "delete", using: sql`status = 'draft'` }),
    systemSeesAll,
  ],
);

export type ServiceRequest = typeof requests.$inferSelect;

/** Both ways between resident and unit; `id` is chosen by the form, so that a retry writes once. */
export const messages = pgTable(
  "messages",
  {
    id: uuid().primaryKey().defaultRandom(),
    requestId: reference(() => requests.id),
    authorKind: text({ enum: ["resident", "visitor", "agent", "system"] }).notNull(),
    authorId: text().notNull(),
    /** As shown: « Karim H. », or the applicant's name. */
    authorName: text().notNull(),
    body: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("messages_request_idx").on(t.requestId, t.createdAt),
    readersOfRequest,
    policy("author", {
      as: "restrictive",
      for: "insert",
      withCheck: sql`(select app_is_system())
        or (author_kind, author_id) = (select app_actor_kind(), app_actor_id())`,
    }),
  ],
);

/**
 * Complément: what the unit asked, until when, and what was answered. The legal clock stops meanwhile.
 * Of a row that is there, guichet_app may write the answer and its date only (column privileges, migration 0034).
 */
export const supplements = pgTable(
  "supplements",
  {
    id: uuid().primaryKey().defaultRandom(),
    requestId: reference(() => requests.id),
    agentId: uuid().notNull(),
    question: text().notNull(),
    dueAt: timestamp({ withTimezone: true }).notNull(),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    answer: text(),
    answeredAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("supplements_request_idx").on(t.requestId, t.askedAt),
    readersOfRequest,
    policy("author", { as: "restrictive", for: "insert", withCheck: writtenByAgent }),
    policy("answered_once_by_holder", {
      as: "restrictive",
      for: "update",
      using: sql`answer is null and (select app_actor_kind()) <> 'agent'`,
      withCheck: sql`true`,
    }),
  ],
);
