import { sql } from "drizzle-orm";
import {
  date,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  AGENT_ROLES,
  AGREEMENT_KINDS,
  OFFERS,
  ORGANISATION_KINDS,
} from "@/lib/organisations/model";
import { timestamps } from "./columns";
import { everybodyReads, policy, systemSeesAll } from "./roles";

const administered = sql`(select app_is_system()) or id = any((select app_administered_ids())::uuid[])`;

/** Rows of an organisation that this agent administers. */
export const administers = sql`organisation_id = any((select app_administered_ids())::uuid[])`;
export const ofAdministered = sql`(select app_is_system()) or ${administers}`;

export const organisations = pgTable(
  "organisations",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** First part of every reference: BRON, VAULX, METRO… */
    code: text().notNull().unique(),
    slug: text().notNull().unique(),
    kind: text({ enum: ORGANISATION_KINDS }).notNull(),
    /** As written above a procedure: « Ville de Bron ». */
    name: text().notNull(),
    insee: text().unique(),
    siren: text().notNull(),
    /** Of a partner's establishment; nothing for communes, known by their siren. */
    siret: text().unique(),
    offer: text({ enum: OFFERS }).notNull().default("none"),
    phone: text().notNull(),
    email: text().notNull(),
    /** Lines of the postal address, as printed on the acknowledgement. */
    address: text().notNull(),
    openingHours: text().notNull(),
    website: text(),
    ...timestamps,
  },
  () => [everybodyReads, policy("administrator", { using: administered, withCheck: administered })],
);

/** Service instructeur. */
export const units = pgTable(
  "units",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    phone: text(),
    email: text(),
    openingHours: text(),
    closedAt: timestamp({ withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    index("units_organisation_idx").on(t.organisationId),
    uniqueIndex("units_name_idx")
      .on(t.organisationId, sql`lower(${t.name})`)
      .where(sql`closed_at is null`),
    everybodyReads,
    policy("administrator", { using: ofAdministered, withCheck: ofAdministered }),
  ],
);

/** A person who works for an organisation; linked to their portal identity at the first sign-in. */
export const agents = pgTable(
  "agents",
  {
    id: uuid().primaryKey().defaultRandom(),
    email: text().notNull().unique(),
    residentId: uuid().unique(),
    givenName: text().notNull(),
    familyName: text().notNull(),
    disabledAt: timestamp({ withTimezone: true }),
    ...timestamps,
  },
  () => [
    policy("colleague", {
      for: "select",
      using: sql`id = (select app_agent_id()) or exists (
        select from agent_roles where agent_roles.agent_id = agents.id)`,
    }),
    systemSeesAll,
  ],
);

/** What an agent may do in an organisation; `unitIds` counts for the role « agent » only. */
export const agentRoles = pgTable(
  "agent_roles",
  {
    agentId: uuid()
      .notNull()
      .references(() => agents.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    role: text({ enum: AGENT_ROLES }).notNull(),
    unitIds: uuid().array().notNull().default(sql`'{}'`),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.agentId, t.organisationId, t.role] }),
    index("agent_roles_organisation_idx").on(t.organisationId),
    policy("colleague", {
      for: "select",
      using: sql`organisation_id = any((select app_organisation_ids())::uuid[])`,
    }),
    policy("administrator", { using: ofAdministered, withCheck: ofAdministered }),
  ],
);

const ofPartner = sql`organisation_id = any((select app_partner_ids())::uuid[])`;

/** A convention between the Métropole and another organisation; Connect alone is free, for five years. */
export const agreements = pgTable(
  "agreements",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    kind: text({ enum: AGREEMENT_KINDS }).notNull(),
    /** The service it covers. */
    clientId: text().unique(),
    startsOn: date({ mode: "string" }).notNull(),
    /** The last day. */
    endsOn: date({ mode: "string" }).notNull(),
    /** For the partner, then for the Métropole. */
    signedBy: text().notNull(),
    countersignedBy: text().notNull(),
    endedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("agreements_organisation_idx").on(t.organisationId),
    policy("member", { for: "select", using: ofPartner }),
    policy("reviewer", { for: "select", using: sql`(select app_reviews_partners())` }),
    systemSeesAll,
  ],
);
