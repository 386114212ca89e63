import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { MEMBER_ROLES } from "@/lib/partners/model";
import { CALL_ENDPOINTS, type CallDetails } from "@/lib/partners/model/calls";
import { CHECK_STATES, CHECKS, TRIALS } from "@/lib/partners/model/checks";
import {
  type ProcessingRecord,
  REVIEW_STATES,
  type ScopeDecision,
} from "@/lib/partners/model/review";
import { accounts } from "./accounts";
import { residents } from "./auth";
import { timestamps } from "./columns";
import { organisations } from "./organisations";
import { policy, systemSeesAll } from "./roles";

const ofMember = sql`organisation_id = any((select app_partner_ids())::uuid[])`;
const ofOwner = sql`organisation_id = any((select app_partner_ids('owner'))::uuid[])`;

/** Colleagues read what is their organisation's. */
const membersRead = policy("member", { for: "select", using: ofMember });
const reviewer = sql`(select app_reviews_partners())`;
const reviewersRead = policy("reviewer", { for: "select", using: reviewer });
const membersWrite = policy("member", { using: ofMember, withCheck: ofMember });
const ownersWrite = policy("owner", { using: ofOwner, withCheck: ofOwner });

const organisationId = () =>
  uuid()
    .notNull()
    .references(() => organisations.id);

/** Who connects services for a partner organisation. */
export const partnerMembers = pgTable(
  "partner_members",
  {
    organisationId: organisationId(),
    residentId: uuid()
      .notNull()
      .references(() => residents.id),
    role: text({ enum: MEMBER_ROLES }).notNull(),
    /** As they were called when they came: colleagues cannot read each other's account. */
    name: text().notNull(),
    email: text().notNull(),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.residentId] }),
    index("partner_members_resident_idx").on(t.residentId),
    membersRead,
    reviewersRead,
    ownersWrite,
    systemSeesAll,
  ],
);

/** Opened once, by the link of its mail; the link's key is derived, never stored. */
export const partnerInvitations = pgTable(
  "partner_invitations",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: organisationId(),
    email: text().notNull(),
    role: text({ enum: MEMBER_ROLES }).notNull(),
    invitedBy: text().notNull(),
    sendings: integer().notNull().default(1),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("partner_invitations_organisation_idx").on(t.organisationId),
    membersRead,
    ownersWrite,
    systemSeesAll,
  ],
);

/** What a client called lately, and why it failed. Append-only, two weeks (trigger); nobody is named. */
export const clientCalls = pgTable(
  "client_calls",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedByDefaultAsIdentity(),
    clientId: text().notNull(),
    organisationId: uuid(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    endpoint: text({ enum: CALL_ENDPOINTS }).notNull(),
    isOk: boolean().notNull(),
    /** Stable: its page is /kit/erreurs/<code>. */
    code: text(),
    details: jsonb().$type<CallDetails>().notNull().default({}),
  },
  (t) => [
    index("client_calls_client_idx").on(t.clientId, t.id.desc()),
    index("client_calls_at_idx").on(t.at),
    membersRead,
    systemSeesAll,
  ],
);

/** Counted by day, since the calls themselves do not stay. */
export const clientDays = pgTable(
  "client_days",
  {
    clientId: text().notNull(),
    organisationId: uuid(),
    day: date({ mode: "string" }).notNull(),
    signIns: integer().notNull().default(0),
    failures: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.day] }), membersRead, reviewersRead, systemSeesAll],
);

/** The live checklist: the last thing seen on each line. */
export const clientChecks = pgTable(
  "client_checks",
  {
    clientId: text().notNull(),
    organisationId: organisationId(),
    check: text({ enum: CHECKS }).notNull(),
    state: text({ enum: CHECK_STATES }).notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    details: jsonb().$type<CallDetails>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.check] }),
    membersRead,
    reviewersRead,
    systemSeesAll,
  ],
);

/** A wrong answer that Connect owes a sandbox client at its next sign-in. */
export const clientTrials = pgTable(
  "client_trials",
  {
    id: uuid().primaryKey().defaultRandom(),
    clientId: text().notNull(),
    organisationId: organisationId(),
    check: text({ enum: TRIALS }).notNull(),
    armedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    /** When the wrong answer left, and the sha256 of the grant or code it went with. */
    sentAt: timestamp({ withTimezone: true }),
    sentWith: text(),
    /** The client went on as if nothing were wrong. */
    takenAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("client_trials_client_idx").on(t.clientId, t.armedAt.desc()),
    membersWrite,
    systemSeesAll,
  ],
);

/** A service asked for in production: its record of processing, and what the Métropole decided. */
export const clientReviews = pgTable(
  "client_reviews",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: organisationId(),
    /** In the sandbox. */
    clientId: text().notNull().unique(),
    state: text({ enum: REVIEW_STATES }).notNull().default("draft"),
    record: jsonb().$type<Partial<ProcessingRecord>>().notNull().default({}),
    redirectUris: text().array().notNull().default(sql`'{}'`),
    postLogoutRedirectUris: text().array().notNull().default(sql`'{}'`),
    backchannelLogoutUri: text(),
    decisions: jsonb().$type<Record<string, ScopeDecision>>().notNull().default({}),
    reason: text(),
    submittedBy: uuid(),
    submittedAt: timestamp({ withTimezone: true }),
    decidedBy: uuid(),
    decidedAt: timestamp({ withTimezone: true }),
    productionClientId: text().unique(),
    ...timestamps,
  },
  (t) => [
    index("client_reviews_organisation_idx").on(t.organisationId),
    membersWrite,
    reviewersRead,
    policy("decision", { for: "update", using: reviewer, withCheck: reviewer }),
    systemSeesAll,
  ],
);

/** Fictitious people: they sign in to the sandbox clients of one partner, and nowhere else. */
export const testResidents = pgTable(
  "test_residents",
  {
    accountId: uuid()
      .primaryKey()
      .references(() => accounts.id),
    organisationId: organisationId(),
    /** What this one is there to try. */
    purpose: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("test_residents_organisation_idx").on(t.organisationId),
    membersRead,
    systemSeesAll,
  ],
);

/** What would have been mailed to a test resident. */
export const testMails = pgTable(
  "test_mails",
  {
    /** Of the delivery: sent twice, it is one mail. */
    id: uuid().primaryKey(),
    organisationId: organisationId(),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("test_mails_organisation_idx").on(t.organisationId, t.at.desc()),
    index("test_mails_at_idx").on(t.at),
    membersRead,
    systemSeesAll,
  ],
);
