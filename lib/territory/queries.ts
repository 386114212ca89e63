import "server-only";
import { asc } from "drizzle-orm";
import { communeAliases, communes } from "@/db/schema/territory";
import { type Context, read } from "@/lib/context";
import type { Territory } from "./model";

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
