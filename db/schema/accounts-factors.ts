import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { CHALLENGE_PURPOSES } from "@/lib/accounts/model/factors";
import { accounts } from "./accounts";
import { policy, systemSeesAll } from "./roles";

const ownerReads = policy("self", {
  for: "select",
  using: sql`account_id = (select app_account_id())`,
});

const accountId = () =>
  uuid()
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" });

/** An application that makes codes (TOTP, RFC 6238). One that was never confirmed opens nothing. */
export const totpAuthenticators = pgTable(
  "totp_authenticators",
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: accountId(),
    /** Sealed, base32. */
    secret: text().notNull(),
    /** The last 30-second step whose code was taken: none is taken twice. */
    lastStep: bigint({ mode: "number" }),
    confirmedAt: timestamp({ withTimezone: true }),
    usedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("totp_authenticators_account_idx")
      .on(t.accountId)
      .where(sql`confirmed_at is not null`),
    index("totp_authenticators_created_idx").on(t.createdAt).where(sql`confirmed_at is null`),
    ownerReads,
    systemSeesAll,
  ],
);

/** A key kept by a telephone, a computer or a stick (WebAuthn). */
export const passkeys = pgTable(
  "passkeys",
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: accountId(),
    /** As the authenticator knows it, base64url. */
    credentialId: text().notNull().unique(),
    /** COSE, base64url. */
    publicKey: text().notNull(),
    /** Of signatures; stays at 0 where the authenticator does not count. */
    counter: bigint({ mode: "number" }).notNull(),
    transports: jsonb().$type<string[]>().notNull(),
    /** Copied between the devices of its owner. */
    isSynced: boolean().notNull(),
    /** « Téléphone de Samira » */
    name: text().notNull(),
    usedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("passkeys_account_idx").on(t.accountId), ownerReads, systemSeesAll],
);

/** Written on paper, for the day the telephone is lost; each opens once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: accountId(),
    /** HMAC of the account and the code. */
    hash: text().notNull().unique(),
    usedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("recovery_codes_account_idx").on(t.accountId), ownerReads, systemSeesAll],
);

/** What an authenticator must sign, asked by one browser, once. */
export const passkeyChallenges = pgTable(
  "passkey_challenges",
  {
    id: uuid().primaryKey().defaultRandom(),
    purpose: text({ enum: CHALLENGE_PURPOSES }).notNull(),
    /** Nobody knows yet whose passkey will sign in. */
    accountId: uuid().references(() => accounts.id, { onDelete: "cascade" }),
    browserHash: text().notNull(),
    challenge: text().notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index("passkey_challenges_expiry_idx").on(t.expiresAt),
    index("passkey_challenges_account_idx").on(t.accountId),
    systemSeesAll,
  ],
);

/** Somebody whose first proof was right, in one browser, before the second one. */
export const pendingSignIns = pgTable(
  "pending_sign_ins",
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: accountId(),
    browserHash: text().notNull(),
    isShared: boolean().notNull(),
    /** Their mailbox was proven: a new device is then no news. */
    isProven: boolean().notNull(),
    /** Where to go on afterwards. */
    suite: text().notNull(),
    /** Methods of the first proof (RFC 8176), and the level when the State vouches for it. */
    amr: jsonb().$type<string[]>().notNull(),
    acr: text(),
    /** Sealed id token, when FranceConnect is to be signed out of with the session. */
    franceConnect: text(),
    attempts: integer().notNull().default(0),
    usedAt: timestamp({ withTimezone: true }),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index("pending_sign_ins_expiry_idx").on(t.expiresAt),
    index("pending_sign_ins_account_idx").on(t.accountId),
    systemSeesAll,
  ],
);
