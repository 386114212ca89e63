import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import {
  CODE_KINDS,
  GENDERS,
  IDENTITY_ORIGINS,
  type PendingAccount,
  type PostalAddress,
} from "@/lib/accounts/model";
import {
  ASSURANCE_LEVELS,
  type CivilIdentity,
  IDENTIFICATION_PURPOSES,
} from "@/lib/accounts/model/civil-identity";
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
    /** YYYY-MM-DD; day, or month and day, may be 00: presumed. No type of PostgreSQL holds that. */
    birthdate: text(),
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
    /** The device whose first sign-in the mail tells of. */
    deviceId: uuid().references((): AnyPgColumn => accountDevices.id, { onDelete: "set null" }),
    /** sha256 of the cookie of the browser that asked: opened there, its link needs no further question. */
    browserHash: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("account_codes_account_idx").on(t.accountId),
    index("account_codes_expiry_idx").on(t.expiresAt),
    policy("self", { using: sql`account_id = (select app_account_id())` }),
    systemSeesAll,
  ],
);

/** Who the State says an account's owner is. Found again by issuer and subject, never by e-mail alone. */
export const certifiedIdentities = pgTable(
  "certified_identities",
  {
    accountId: uuid()
      .primaryKey()
      .references(() => accounts.id),
    issuer: text().notNull(),
    /** This person for us; another one once their civil identity is rectified, hence the pivot. */
    subject: text().notNull(),
    pivot: jsonb().$type<CivilIdentity>().notNull(),
    acr: text({ enum: ASSURANCE_LEVELS }).notNull(),
    certifiedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    usedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique().on(t.issuer, t.subject),
    policy("self", { for: "select", using: sql`account_id = (select app_account_id())` }),
    systemSeesAll,
  ],
);

/**
 * Somebody on their way to FranceConnect and back, in one browser. What came back is sealed, kept only as long as a
 * choice is left to make. `state_hash` and `browser_hash` are the sha256 of what FranceConnect and the browser hold.
 */
export const identifications = pgTable(
  "identifications",
  {
    id: uuid().primaryKey().defaultRandom(),
    purpose: text({ enum: IDENTIFICATION_PURPOSES }).notNull(),
    /** To certify: whose account. */
    accountId: uuid().references(() => accounts.id),
    /** Where to go on afterwards. */
    suite: text().notNull(),
    /** Where to land on the way out through FranceConnect's own sign-out. */
    landing: text(),
    stateHash: text().notNull().unique(),
    browserHash: text().notNull(),
    /** « Cet appareil est partagé » */
    isShared: boolean().notNull().default(false),
    nonce: text().notNull(),
    /** A sealed `CertifiedPerson`. */
    person: text(),
    /** What was sent to prove a mailbox. */
    codeId: uuid().references(() => accountCodes.id, { onDelete: "set null" }),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    /** Its answer was taken, once. */
    answeredAt: timestamp({ withTimezone: true }),
    finishedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("identifications_code_idx").on(t.codeId),
    index("identifications_account_idx").on(t.accountId),
    index("identifications_expiry_idx").on(t.expiresAt),
    systemSeesAll,
  ],
);

/** A browser that signed in to an account: known by a cookie of its own, and by nothing else of it. */
export const accountDevices = pgTable(
  "account_devices",
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    /** sha256 of the account and the cookie: the same browser is another one for another account. */
    browser: text().notNull().unique(),
    /** « Firefox sur Windows » */
    name: text().notNull(),
    firstSeenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastSeenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("account_devices_account_idx").on(t.accountId),
    index("account_devices_seen_idx").on(t.lastSeenAt),
    policy("self", { using: sql`account_id = (select app_account_id())` }),
    systemSeesAll,
  ],
);

/** An account that another service kept before: its password is hashed again at the first sign-in. */
export const importedAccounts = pgTable(
  "imported_accounts",
  {
    accountId: uuid()
      .primaryKey()
      .references(() => accounts.id),
    /** Which file it came from, and its name there: imported twice, it is there once. */
    source: text().notNull(),
    externalId: text().notNull(),
    /** Another service had verified the identity. */
    wasCertified: boolean().notNull().default(false),
    importedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Its owner was told where their account comes from, and went on. */
    welcomedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    unique().on(t.source, t.externalId),
    policy("self", { for: "select", using: sql`account_id = (select app_account_id())` }),
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
