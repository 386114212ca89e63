import {
  boolean,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { PART_KINDS } from "@/lib/imports/schemas/kinds";
import { ofAdministered, organisations } from "./organisations";
import { policy } from "./roles";

/**
 * What an organisation brought along from other software, before it is published: a form or workflow translated, or
 * another part as it was read. A version is a value: another import that changes something adds one.
 */
export const importedParts = pgTable(
  "imported_parts",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    kind: text({ enum: PART_KINDS }).notNull(),
    slug: text().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    /** `{definition}` of ours for forms and workflows, `{source}` as it was read for everything. */
    content: jsonb().notNull(),
    /** Could be published as it is. */
    isSound: boolean().notNull(),
    /** SHA-256 of the content: the same twice is no new version. */
    digest: text().notNull(),
    importedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique().on(t.organisationId, t.kind, t.slug, t.version),
    policy("administrator", { using: ofAdministered, withCheck: ofAdministered }),
  ],
);
