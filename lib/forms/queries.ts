import "server-only";
import { eq } from "drizzle-orm";
import { formVersions } from "@/db/schema/forms";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { type FormDefinition, formDefinition } from "./schemas";

const MOST = 500;
const known = new Map<string, FormDefinition>();

/** A published version never changes: read and checked once per process. */
export async function getDefinition(ctx: Context, formVersionId: string): Promise<FormDefinition> {
  const cached = known.get(formVersionId);
  if (cached) return cached;
  const [version] = await read(ctx, (db) =>
    db
      .select({ definition: formVersions.definition })
      .from(formVersions)
      .where(eq(formVersions.id, formVersionId)),
  );
  if (!version) throw notFound("Formulaire");
  const definition = formDefinition.parse(version.definition);
  if (known.size >= MOST) known.clear();
  known.set(formVersionId, definition);
  return definition;
}
