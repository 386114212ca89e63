import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { organisations, units } from "@/db/schema/organisations";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";

const contact = {
  id: organisations.id,
  slug: organisations.slug,
  kind: organisations.kind,
  name: organisations.name,
  insee: organisations.insee,
  offer: organisations.offer,
  phone: organisations.phone,
  email: organisations.email,
  address: organisations.address,
  openingHours: organisations.openingHours,
  website: organisations.website,
};

/** The town hall of a commune; the Métropole when no commune is known. Null in an installation without them. */
export const findTownHall = (ctx: Context, insee?: string) =>
  read(ctx, async (db) => {
    const [hall] = await db
      .select(contact)
      .from(organisations)
      .where(insee ? eq(organisations.insee, insee) : eq(organisations.kind, "metropole"));
    return hall ?? null;
  });

export async function getTownHall(ctx: Context, insee?: string) {
  const hall = await findTownHall(ctx, insee);
  if (!hall) throw notFound("Commune");
  return hall;
}

export type TownHall = Awaited<ReturnType<typeof getTownHall>>;

/** Its open units, by name. */
export const listUnits = (ctx: Context, organisationId: string) =>
  read(ctx, (db) =>
    db
      .select({
        id: units.id,
        name: units.name,
        phone: units.phone,
        email: units.email,
        openingHours: units.openingHours,
      })
      .from(units)
      .where(and(eq(units.organisationId, organisationId), isNull(units.closedAt)))
      .orderBy(sql`unaccent(${units.name})`),
  );
