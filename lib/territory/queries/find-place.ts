import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { communeAliases, communes } from "@/db/schema/territory";
import { type Context, read } from "@/lib/context";
import type { Territory } from "../model";

/** Every commune, arrondissement and former name: 70 rows, what `resolveCommune` needs. */
export const getTerritory = (ctx: Context): Promise<Territory> =>
  read(ctx, async (db) => ({
    places: await db
      .select({
        insee: communes.insee,
        name: communes.name,
        slug: communes.slug,
        postalCodes: communes.postalCodes,
        parentInsee: communes.parentInsee,
      })
      .from(communes)
      .orderBy(asc(communes.slug)),
    aliases: await db
      .select({
        insee: communeAliases.insee,
        name: communeAliases.name,
        communeInsee: communeAliases.communeInsee,
      })
      .from(communeAliases),
  }));

const parent = alias(communes, "parent");

/**
 * The place of an INSEE code, a former one too (69152 is 69149). For an arrondissement, `insee` and
 * `communeName` are those of Lyon, and `name` its own.
 */
export const findPlace = (ctx: Context, insee: string) =>
  read(ctx, async (db) => {
    const current = sql`coalesce((select commune_insee from ${communeAliases}
      where ${communeAliases.insee} = ${insee} limit 1), ${insee})`;
    const [place] = await db
      .select({
        insee: sql<string>`coalesce(${parent.insee}, ${communes.insee})`,
        name: communes.name,
        communeName: sql<string>`coalesce(${parent.name}, ${communes.name})`,
      })
      .from(communes)
      .leftJoin(parent, eq(parent.insee, communes.parentInsee))
      .where(eq(communes.insee, current));
    return place ?? null;
  });
