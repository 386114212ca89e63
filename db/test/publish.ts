import { randomUUID } from "node:crypto";
import { pool } from "@/db/client";
import { workflowVersions } from "@/db/schema";
import { moveRequest } from "@/lib/requests/commands/move-request";
import type { WorkflowInput } from "@/lib/workflows/schemas";
import { only } from "./factories";
import { define } from "./flows";
import { create, karim } from "./treating";

/** A published version of this workflow. */
export async function publish(input: WorkflowInput) {
  const row = { slug: `w-${randomUUID()}`, version: 1, title: "Test", definition: define(input) };
  return only(await pool.insert(workflowVersions).values(row).returning());
}

/** A request in the first status of this workflow, with answers. */
export async function begin(input: WorkflowInput, values: Parameters<typeof create>[0] = {}) {
  const { id: workflowVersionId } = await publish(input);
  const first = input.statuses.find(({ id }) => id === input.start);
  if (!first) throw new Error("no start");
  const at = { statusId: first.id, status: first.phase };
  return create({ workflowVersionId, ...at, answers: { nom: "Ferreira" }, ...values });
}

/** Karim presses this button. */
export const press = (reference: string, transition: string, revision = 0) =>
  moveRequest(karim, { reference, transition, revision, reason: "" });
