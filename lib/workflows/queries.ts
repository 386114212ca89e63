import "server-only";
import { eq } from "drizzle-orm";
import { workflowVersions } from "@/db/schema/workflows";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { type WorkflowDefinition, workflowShape } from "./schemas";

const MOST = 500;
const known = new Map<string, WorkflowDefinition>();

/** A published version never changes: read once per process. It was checked whole when it was published. */
export async function getWorkflow(ctx: Context, versionId: string): Promise<WorkflowDefinition> {
  const cached = known.get(versionId);
  if (cached) return cached;
  const [version] = await read(ctx, (db) =>
    db
      .select({ definition: workflowVersions.definition })
      .from(workflowVersions)
      .where(eq(workflowVersions.id, versionId)),
  );
  if (!version) throw notFound("Workflow");
  const definition = workflowShape.parse(version.definition);
  if (known.size >= MOST) known.clear();
  known.set(versionId, definition);
  return definition;
}
