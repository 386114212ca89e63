import { sql } from "drizzle-orm";
import {
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import {
  AUDIENCES,
  CATEGORIES,
  PROVISION_MODES,
  type ProcedureContent,
  SILENCES,
} from "@/lib/procedures/model";
import { REQUEST_KINDS } from "@/lib/requests/model";
import { timestamps } from "./columns";
import { formVersions } from "./forms";
import { administers, organisations, units } from "./organisations";
import { everybodyReads, policy, systemSeesAll } from "./roles";
import { workflowVersions } from "./workflows";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** A need, as residents name it: « Inscrire un enfant à l’école ». Who answers it: procedure_providers. */
export const procedures = pgTable(
  "procedures",
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull().unique(),
    title: text().notNull(),
    summary: text().notNull(),
    category: text({ enum: CATEGORIES }).notNull(),
    audience: text({ enum: AUDIENCES }).notNull().default("individuals"),
    kind: text({ enum: REQUEST_KINDS }).notNull(),
    /** Other words people use, for the search. */
    synonyms: text().array().notNull().default(sql`'{}'`),
    popularity: integer().notNull().default(0),
    /** Kept by the functions of the search migration: words for the stems, text for the typos. */
    search: tsvector().generatedAlwaysAs(sql`procedure_vector(title, summary, synonyms)`),
    searchText: text().generatedAlwaysAs(sql`procedure_words(title, summary, synonyms)`),
    ...timestamps,
  },
  () => [everybodyReads, systemSeesAll],
);

/** Who provides a procedure and how: a commune for its residents, the Métropole for everybody. */
export const procedureProviders = pgTable(
  "procedure_providers",
  {
    id: uuid().primaryKey().defaultRandom(),
    procedureId: uuid()
      .notNull()
      .references(() => procedures.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    mode: text({ enum: PROVISION_MODES }).notNull(),
    linkUrl: text(),
    unitId: uuid().references(() => units.id),
    formVersionId: uuid().references(() => formVersions.id),
    workflowVersionId: uuid().references(() => workflowVersions.id),
    /** May be filed without an account. */
    isOpenToAnonymous: boolean().notNull().default(true),
    /** Asks for an identity certified by FranceConnect, before it begins and when it is sent. */
    asksForCertified: boolean().notNull().default(false),
    durationMinutes: integer().notNull().default(5),
    price: text().notNull().default("Gratuit"),
    /** Legal delay in days before silence counts (CRPA L231-1: two months by default). */
    legalDelayDays: integer().notNull().default(60),
    silence: text({ enum: SILENCES }).notNull().default("refusal"),
    /** Shown on the procedure's page: who it is for, what happens next, papers to prepare. */
    content: jsonb().$type<ProcedureContent>().notNull(),
    /** When the unit last read the page through. */
    checkedOn: date().notNull().default(sql`current_date`),
    ...timestamps,
  },
  (t) => [
    unique().on(t.procedureId, t.organisationId),
    index("procedure_providers_organisation_idx").on(t.organisationId),
    everybodyReads,
    policy("administrator", {
      for: "update",
      using: administers,
      withCheck: sql`${administers} and unit_id in (
        select units.id from units where units.organisation_id = procedure_providers.organisation_id)`,
    }),
    systemSeesAll,
  ],
);
