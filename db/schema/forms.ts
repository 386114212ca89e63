import { integer, jsonb, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import type { FormDefinition } from "@/lib/forms/schemas";
import type { ListRow, ListSource } from "@/lib/forms/schemas/lists";
import { timestamps } from "./columns";
import { ofAdministered, organisations } from "./organisations";
import { everybodyReads, policy, systemSeesAll } from "./roles";

/** A published version is a value: inserted once, never updated (a trigger says so). */
export const formVersions = pgTable(
  "form_versions",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    slug: text().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    definition: jsonb().$type<FormDefinition>().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique().on(t.organisationId, t.slug, t.version), everybodyReads, systemSeesAll],
);

/** What a form offers to choose from when it is not written in the form itself: schools, streets, cemeteries… */
export const lists = pgTable(
  "lists",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** As forms call it. */
    key: text().notNull(),
    title: text().notNull(),
    source: jsonb().$type<ListSource>().notNull(),
    rows: jsonb().$type<ListRow[]>().notNull().default([]),
    /** When the rows were last written or fetched. */
    readAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    ...timestamps,
  },
  (t) => [
    unique().on(t.organisationId, t.key),
    everybodyReads,
    policy("administrator", { using: ofAdministered, withCheck: ofAdministered }),
  ],
);
