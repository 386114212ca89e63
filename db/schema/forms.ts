import { integer, jsonb, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import type { FormDefinition } from "@/lib/forms/schemas";
import { organisations } from "./organisations";
import { everybodyReads, systemSeesAll } from "./roles";

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
