import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { DURATIONS, ENDINGS, MANDATE_KINDS, MANDATE_STATUSES, SIDES } from "@/lib/mandates/model";
import { accounts } from "./accounts";
import { policy, systemSeesAll } from "./roles";

const party = () => uuid().references(() => accounts.id, { onDelete: "cascade" });

const isInvited = sql`status = 'asked'
  and invitee_email = (select accounts.email from accounts where accounts.id = (select app_account_id()))`;

const isMine = sql`inviter_id = (select app_account_id()) or invitee_id = (select app_account_id())`;

/**
 * Somebody (the helper) acts for somebody else (the person) at named services, for a time (code civil, art. 1984).
 * What both agreed to never changes: column grants say what may. `inviter` and `invitee` are who asked whom.
 */
export const mandates = pgTable(
  "mandates",
  {
    id: uuid().primaryKey().defaultRandom(),
    askedBy: text({ enum: SIDES }).notNull(),
    inviterId: party().notNull(),
    inviterName: text().notNull(),
    /** Emptied once answered. */
    inviteeEmail: text(),
    inviteeId: party(),
    inviteeName: text(),
    personId: uuid().generatedAlwaysAs(
      sql`case asked_by when 'person' then inviter_id else invitee_id end`,
    ),
    helperId: uuid().generatedAlwaysAs(
      sql`case asked_by when 'helper' then inviter_id else invitee_id end`,
    ),
    kind: text({ enum: MANDATE_KINDS }).notNull(),
    /** Where a professional helper works. */
    structure: text(),
    clientIds: text().array().notNull(),
    /** On the portal, only what these organisations provide; none: everything. */
    organisationIds: uuid().array().notNull().default(sql`'{}'`),
    duration: text({ enum: DURATIONS }).notNull(),
    status: text({ enum: MANDATE_STATUSES }).notNull().default("asked"),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Without an answer by then, it is no longer asked. */
    answerBy: timestamp({ withTimezone: true }).notNull(),
    acceptedAt: timestamp({ withTimezone: true }),
    endsAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
    ending: text({ enum: ENDINGS }),
  },
  (t) => [
    index("mandates_person_idx").on(t.personId),
    index("mandates_helper_idx").on(t.helperId),
    index("mandates_invitee_idx").on(t.inviteeEmail).where(sql`status = 'asked'`),
    index("mandates_end_idx").on(t.endsAt).where(sql`status = 'active'`),
    check("mandates_two_people", sql`inviter_id <> invitee_id`),
    check(
      "mandates_accepted",
      sql`status <> 'active' or (invitee_id is not null and accepted_at is not null
        and ends_at <= accepted_at + interval '366 days')`,
    ),
    check("mandates_services", sql`cardinality(client_ids) > 0`),
    policy("reader", { for: "select", using: sql`${isMine} or (${isInvited})` }),
    policy("asker", {
      for: "insert",
      withCheck: sql`inviter_id = (select app_account_id()) and status = 'asked' and invitee_id is null`,
    }),
    // Accepted by whoever was asked, never by whoever asked.
    policy("party", {
      for: "update",
      using: sql`${isMine} or (${isInvited})`,
      withCheck: sql`invitee_id = (select app_account_id())
        or (inviter_id = (select app_account_id()) and status in ('asked', 'ended'))`,
    }),
    systemSeesAll,
  ],
);
