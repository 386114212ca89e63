import type { Db } from "@/db/client";
import { communeAliases, communes } from "@/db/schema";
import territory from "./generated/territory.json";
import { seedStreets } from "./streets";

export async function seedTerritory(db: Db) {
  const rows = territory.places.map(({ centre: [longitude = 0, latitude = 0], ...place }) => ({
    ...place,
    longitude,
    latitude,
  }));
  // Lyon before its arrondissements, which point at it.
  await db.insert(communes).values(rows.filter(({ parentInsee }) => parentInsee === null));
  await db.insert(communes).values(rows.filter(({ parentInsee }) => parentInsee !== null));
  await db.insert(communeAliases).values(territory.aliases);
  await seedStreets(db);
}
