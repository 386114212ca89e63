import { sql } from "drizzle-orm";
import {
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import {
  CODE_KINDS,
  GENDERS,
  IDENTITY_ORIGINS,
  type PendingAccount,
  type PostalAddress,
} from "@/lib/accounts/model";
import { timestamps } from "./columns";
import { policy, systemSeesAll } from "./roles";

/** A person as GrandLyon Connect knows them. A row exists only once its e-mail is proven. */
export const accounts = pgTable(
  "accounts",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Lower case, as `normaliseEmail` writes it. */
    email: text().notNull().unique(),
    emailVerifiedAt: timestamp({ withTimezone: true }).notNull(),
    /** argon2id, PHC string; none for who only ever signs in elsewhere. */
    passwordHash: text(),
    /** A session opened before this is over. */
    passwordChangedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    givenName: text().notNull(),
    familyName: text().notNull(),
    identityOrigin: text({ enum: IDENTITY_ORIGINS }).notNull().default("declared"),
    birthdate: date(),
    gender: text({ enum: GENDERS }),
    /** E.164: +33639980001 */
    phone: text(),
    address: jsonb().$type<PostalAddress>(),
    termsAcceptedAt: timestamp({ withTimezone: true }).notNull(),
    lastSignInAt: timestamp({ withTimezone: true }),
    closedAt: timestamp({ withTimezone: true }),
    ...timestamps,
  },
  () => [policy("self", { using: sql`id = (select app_account_id())` }), systemSeesAll],
);

/**
 * Something to be proven by e-mail. Neither the code nor the link is stored: both are derived from the
 * row's id and `sendings` with the server's secret, so a copy of the database opens nothing.
 */
export const accountCodes = pgTable(
  "account_codes",
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text({ enum: CODE_KINDS }).notNull(),
    accountId: uuid().references(() => accounts.id),
    /** Where the code goes; for an undo link, the address to go back to. */
    email: text().notNull(),
    /** An account to be, until its address is proven; emptied once used. */
    pending: jsonb().$type<PendingAccount>(),
    sendings: integer().notNull().default(1),
    attempts: integer().notNull().default(0),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("account_codes_account_idx").on(t.accountId),
    index("account_codes_expiry_idx").on(t.expiresAt),
    policy("self", { using: sql`account_id = (select app_account_id())` }),
    systemSeesAll,
  ],
);

/** Attempts lately made for one account, one network…; the key is an HMAC: nobody is readable here. */
export const throttles = pgTable(
  "throttles",
  {
    key: text().primaryKey(),
    /** Forgotten little by little: not a whole number. */
    failures: doublePrecision().notNull(),
    blockedUntil: timestamp({ withTimezone: true }).notNull(),
    seenAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index("throttles_seen_idx").on(t.seenAt), systemSeesAll],
);

export type Account = typeof accounts.$inferSelect;
