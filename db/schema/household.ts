import { sql } from "drizzle-orm";
import { index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { timestamps } from "./columns";
import { policy, systemSeesAll } from "./roles";

/** A minor of somebody's household: data of their parents' accounts, never an account. */
export const children = pgTable(
  "children",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** One account or two, each of which declared on their honour that they have parental authority. */
    parentIds: uuid().array().notNull(),
    givenName: text().notNull(),
    familyName: text().notNull(),
    /** YYYY-MM-DD */
    birthdate: text().notNull(),
    birthplace: text().notNull(),
    ...timestamps,
  },
  (t) => [
    index("children_parents_idx").using("gin", t.parentIds),
    policy("parent", { using: sql`(select app_account_id()) = any(parent_ids)` }),
    systemSeesAll,
  ],
);

/** A parent asks the other one to share a child. Holds no more of the child than its first name. */
export const parentInvitations = pgTable(
  "parent_invitations",
  {
    id: uuid().primaryKey().defaultRandom(),
    childId: uuid()
      .notNull()
      .references(() => children.id, { onDelete: "cascade" }),
    childName: text().notNull(),
    inviterId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    inviterName: text().notNull(),
    inviteeEmail: text().notNull(),
    answerBy: timestamp({ withTimezone: true }).notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("parent_invitations_child_idx").on(t.childId),
    index("parent_invitations_invitee_idx").on(t.inviteeEmail),
    index("parent_invitations_expiry_idx").on(t.answerBy),
    policy("parent", {
      using: sql`exists (select from children where children.id = child_id)`,
      withCheck: sql`inviter_id = (select app_account_id())
        and exists (select from children where children.id = child_id)`,
    }),
    policy("invitee", {
      for: "select",
      using: sql`invitee_email = (select accounts.email from accounts where accounts.id = (select app_account_id()))`,
    }),
    policy("invitee_refuses", {
      for: "delete",
      using: sql`invitee_email = (select accounts.email from accounts where accounts.id = (select app_account_id()))`,
    }),
    systemSeesAll,
  ],
);
