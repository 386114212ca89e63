import { globSync, readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { workflowVersions } from "@/db/schema";
import { WORKFLOWS } from "@/db/seed/workflows";
import { only } from "@/db/test/factories";
import type { WorkflowDefinition } from "./schemas";
import { workflowDefinition } from "./schemas";

/** A definition as it was stored before statuses had a shape of their own. */
const former = ({ transitions }: WorkflowDefinition) => ({
  transitions: [
    {
      id: "submit",
      label: "Envoyer",
      from: ["draft"],
      to: "submitted",
      by: "resident",
      asks: "nothing",
    },
    ...transitions.map(({ id, label, from, to, on }) => ({
      ...{ id, label, from, to },
      by: on.by === "event" ? "system" : on.by,
      asks: "asks" in on ? on.asks : "nothing",
    })),
  ],
});

const told = (actions: readonly { type: string; notice?: string }[]) =>
  actions.map(({ notice }) => notice);

/** What it means, whatever its actions are called. */
const meaning = ({ statuses, transitions, ...rest }: WorkflowDefinition) => ({
  ...rest,
  statuses: statuses
    .map(({ onEnter, ...status }) => ({ ...status, told: told(onEnter) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
  transitions: transitions.map(({ actions, on, ...transition }) => ({
    ...transition,
    on: { ...on, inBulk: undefined },
    told: told(actions),
  })),
});

test.for(Object.entries(WORKFLOWS))(
  "a stored « %s » becomes what is published today",
  async ([slug, { definition }]) => {
    const row = {
      slug: `former-${slug}`,
      version: 1,
      title: "Test",
      definition: former(definition) as never,
    };
    const { id } = only(await pool.insert(workflowVersions).values(row).returning());
    const [path = ""] = globSync("db/migrations/*_workflow_definitions.sql");
    for (const statement of readFileSync(path, "utf8").split("--> statement-breakpoint"))
      await pool.execute(sql.raw(statement));
    const migrated = only(
      await pool.select().from(workflowVersions).where(eq(workflowVersions.id, id)),
    );
    const parsed = workflowDefinition.parse(migrated.definition);
    expect(parsed, "whole: nothing is left to a default").toEqual(migrated.definition);
    expect(meaning(parsed)).toEqual(meaning(definition));
  },
);
