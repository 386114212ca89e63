import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Helper } from "@/lib/mandates/model";
import type { Values } from "@/lib/result";
import { timestamps } from "./columns";
import { policy, systemSeesAll } from "./roles";

/** A person as the portal knows them: what Connect's userinfo said at the last sign-in. */
export const residents = pgTable(
  "residents",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Pairwise subject given by Connect to the portal. */
    sub: text().notNull().unique(),
    email: text().notNull(),
    givenName: text().notNull(),
    familyName: text().notNull(),
    /** Standard OpenID claims last received (birthdate, gender, phone_number, address…). */
    claims: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    communeInsee: text(),
    ...timestamps,
  },
  () => [policy("self", { using: sql`id = (select app_resident_id())` }), systemSeesAll],
);

/** Behind the next-auth cookie: tokens stay here; revoked by sign-out and by back-channel logout. */
export const portalSessions = pgTable(
  "portal_sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    residentId: uuid()
      .notNull()
      .references(() => residents.id),
    sub: text().notNull(),
    sid: text(),
    /** Who acts in the name of this resident, under a mandate that Connect vouches for. */
    helper: jsonb().$type<Helper>(),
    /** Encrypted access, refresh and id tokens. */
    tokens: text().notNull(),
    revokedAt: timestamp({ withTimezone: true }),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    ...timestamps,
  },
  (t) => [
    index("portal_sessions_sid_idx").on(t.sid),
    index("portal_sessions_sub_idx").on(t.sub),
    systemSeesAll,
  ],
);

/** A refused form, kept a few minutes for its next display (every POST ends in a 303). */
export const postedForms = pgTable(
  "posted_forms",
  {
    id: uuid().primaryKey().defaultRandom(),
    visitor: text().notNull(),
    values: jsonb().$type<Values>().notNull(),
    /** Pairs, in the order of the form: jsonb would sort the keys of an object. */
    errors: jsonb().$type<[name: string, message: string][]>().notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index("posted_forms_expiry_idx").on(t.expiresAt), systemSeesAll],
);
