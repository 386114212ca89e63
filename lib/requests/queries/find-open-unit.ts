import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { units } from "@/db/schema/organisations";
import { type Context, read } from "@/lib/context";

/** A unit of this organisation that is not closed; null for any other id. */
export async function findOpenUnit(ctx: Context, organisationId: string, id: string) {
  const open = and(
    eq(units.id, id),
    eq(units.organisationId, organisationId),
    isNull(units.closedAt),
  );
  const [unit] = await read(ctx, (db) =>
    db.select({ id: units.id, name: units.name }).from(units).where(open),
  );
  return unit ?? null;
}
