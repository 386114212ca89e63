import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { formVersions, lists } from "@/db/schema/forms";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { listKeys, withLists } from "./model/lists";
import { type FormDefinition, formDefinition } from "./schemas";

const MOST = 500;
/** How long a process goes on with the lists it has read. */
const LISTS_MS = 30_000;

type Known = { definition: FormDefinition; until: number };
const known = new Map<string, Known>();

/** What the lists of an organisation hold now, by key. */
const readLists = (ctx: Context, organisationId: string, keys: string[]) =>
  read(ctx, (db) =>
    db
      .select({ key: lists.key, rows: lists.rows })
      .from(lists)
      .where(and(eq(lists.organisationId, organisationId), inArray(lists.key, keys))),
  );

/**
 * A published version never changes: read and checked once per process. Its options that come from a list are those
 * the list holds now; those it no longer holds are closed.
 */
export async function getDefinition(ctx: Context, formVersionId: string): Promise<FormDefinition> {
  const cached = known.get(formVersionId);
  if (cached && cached.until > Date.now()) return cached.definition;
  const [version] = await read(ctx, (db) =>
    db
      .select({
        definition: formVersions.definition,
        organisationId: formVersions.organisationId,
      })
      .from(formVersions)
      .where(eq(formVersions.id, formVersionId)),
  );
  if (!version) throw notFound("Formulaire");
  const written = formDefinition.parse(version.definition);
  const keys = listKeys(written);
  const rows = keys.length > 0 ? await readLists(ctx, version.organisationId, keys) : [];
  const definition = withLists(written, new Map(rows.map((list) => [list.key, list.rows])));
  if (known.size >= MOST) known.clear();
  const until = keys.length > 0 ? Date.now() + LISTS_MS : Number.POSITIVE_INFINITY;
  known.set(formVersionId, { definition, until });
  return definition;
}
