import { sql } from "drizzle-orm";
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  CLIENT_ENVIRONMENTS,
  type ClientSettings,
  KEY_STATES,
  LOGOUT_DELIVERY_STATES,
  SIGNING_ALGORITHMS,
} from "@/lib/connect/model";
import { timestamps } from "./columns";
import { organisations } from "./organisations";
import { policy, systemSeesAll } from "./roles";

const ofMember = sql`organisation_id = any((select app_partner_ids())::uuid[])`;

/** Services that sign their users in with the account. */
export const oidcClients = pgTable(
  "oidc_clients",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    settings: jsonb().$type<ClientSettings>().notNull(),
    /** Sealed: the protocol compares it in clear. None for a client that only opens a page. */
    secret: text(),
    /** Sealed too: still accepted until it expires, so that a service changes secrets without a gap. */
    previousSecret: text(),
    previousSecretExpiresAt: timestamp({ withTimezone: true }),
    /** Who shares a sector shares a person's pairwise subject. */
    sector: text().notNull(),
    environment: text({ enum: CLIENT_ENVIRONMENTS }).notNull().default("production"),
    /** The body that answers for it; none for our own programs. */
    organisationId: uuid().references(() => organisations.id),
    /** Suspended: it signs nobody in and its tokens open nothing. */
    disabledAt: timestamp({ withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    index("oidc_clients_organisation_idx").on(t.organisationId),
    policy("member", { for: "select", using: ofMember }),
    policy("reviewer", { for: "select", using: sql`(select app_reviews_partners())` }),
    policy("registrar", {
      for: "insert",
      withCheck: sql`${ofMember} and environment = 'sandbox'`,
    }),
    policy("keeper", { for: "update", using: ofMember, withCheck: ofMember }),
    systemSeesAll,
  ],
);

/** APIs that tokens may be asked for (RFC 8707). */
export const oidcResources = pgTable(
  "oidc_resources",
  {
    /** Resource indicator: the address of the API. */
    uri: text().primaryKey(),
    name: text().notNull(),
    scopes: text().array().notNull(),
    /** The client that serves this API: it may introspect the tokens meant for it. */
    clientId: text()
      .notNull()
      .references(() => oidcClients.id),
    ...timestamps,
  },
  (t) => [index("oidc_resources_client_idx").on(t.clientId), systemSeesAll],
);

/** What became of each logout notice, for the service's developers: nobody's name. */
export const logoutDeliveries = pgTable(
  "logout_deliveries",
  {
    id: uuid().primaryKey().defaultRandom(),
    clientId: text().notNull(),
    state: text({ enum: LOGOUT_DELIVERY_STATES }).notNull(),
    attempts: integer().notNull().default(0),
    /** `status_503`, `timeout`… (LogoutFault), never what the service wrote. */
    lastError: text(),
    lastAttemptAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("logout_deliveries_client_idx").on(t.clientId, t.createdAt, t.id),
    index("logout_deliveries_created_idx").on(t.createdAt),
    systemSeesAll,
  ],
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
    /** Sealed id token of FranceConnect, when it opened this session: what to sign out of it with. */
    franceConnect: text(),
    openedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When its owner last proved in it that it was them, after the sign-in. */
    provenAt: timestamp({ withTimezone: true }),
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
