import { sql } from "drizzle-orm";
import {
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { type ClientSettings, KEY_STATES, SIGNING_ALGORITHMS } from "@/lib/connect/model";
import { timestamps } from "./columns";
import { policy, systemSeesAll } from "./roles";

/** Services that sign their users in with the account. */
export const oidcClients = pgTable(
  "oidc_clients",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    settings: jsonb().$type<ClientSettings>().notNull(),
    /** Sealed: the protocol compares it in clear. None for a client that only opens a page. */
    secret: text(),
    /** Who shares a sector shares a person's pairwise subject. */
    sector: text().notNull(),
    disabledAt: timestamp({ withTimezone: true }),
    ...timestamps,
  },
  () => [systemSeesAll],
);

/** Sessions, grants, codes and tokens of the provider. `id` is the sha256 of what the browser or client holds. */
export const oidcArtifacts = pgTable(
  "oidc_artifacts",
  {
    model: text().notNull(),
    id: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    grantId: text(),
    uid: text(),
    userCode: text(),
    accountId: uuid(),
    clientId: text(),
    consumedAt: timestamp({ withTimezone: true }),
    expiresAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.model, t.id] }),
    uniqueIndex("oidc_artifacts_uid_idx").on(t.model, t.uid).where(sql`uid is not null`),
    index("oidc_artifacts_grant_idx").on(t.grantId),
    index("oidc_artifacts_account_idx").on(t.accountId, t.model),
    index("oidc_artifacts_expiry_idx").on(t.expiresAt),
    policy("self", { using: sql`account_id = (select app_account_id())` }),
    systemSeesAll,
  ],
);

/** On which device a session was opened; the library rewrites its own row at each sign-in. */
export const sessionDevices = pgTable(
  "session_devices",
  {
    /** `uid` of the session. */
    uid: text().primaryKey(),
    accountId: uuid().notNull(),
    deviceId: uuid().notNull(),
    /** « Firefox sur Windows » */
    name: text().notNull(),
    openedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("session_devices_account_idx").on(t.accountId),
    policy("self", { using: sql`account_id = (select app_account_id())` }),
    systemSeesAll,
  ],
);

export const oidcKeys = pgTable(
  "oidc_keys",
  {
    id: uuid().primaryKey().defaultRandom(),
    alg: text({ enum: SIGNING_ALGORITHMS }).notNull(),
    state: text({ enum: KEY_STATES }).notNull(),
    /** Sealed private JWK. */
    jwk: text().notNull(),
    retiredAt: timestamp({ withTimezone: true }),
    ...timestamps,
  },
  () => [systemSeesAll],
);

/** A person's name for a sector: no identifier crosses sectors (arrêté du 4 juillet 2013). */
export const pairwiseSubjects = pgTable(
  "pairwise_subjects",
  {
    accountId: uuid().notNull(),
    sector: text().notNull(),
    sub: uuid().notNull().defaultRandom().unique(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.sector] }), systemSeesAll],
);

/** Logout tokens the portal has already obeyed: none is taken twice. */
export const seenLogoutTokens = pgTable(
  "seen_logout_tokens",
  {
    jti: text().primaryKey(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  () => [systemSeesAll],
);
