import { integer, jsonb, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import type { WorkflowDefinition } from "@/lib/workflows/schemas";
import { everybodyReads, systemSeesAll } from "./roles";

/** A published version is a value: inserted once, never updated (a trigger says so). */
export const workflowVersions = pgTable(
  "workflow_versions",
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    definition: jsonb().$type<WorkflowDefinition>().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique().on(t.slug, t.version), everybodyReads, systemSeesAll],
);
