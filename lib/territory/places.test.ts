import { beforeEach, expect, test } from "vitest";
import { pool } from "@/db/client";
import { seedTerritory } from "@/db/seed/territory";
import { nobody } from "@/lib/auth/actor";
import { findPlace, getTerritory } from "./queries/find-place";

beforeEach(() => pool.transaction(seedTerritory));

test.for([
  ["69029", "69029", "Bron", "Bron"],
  ["69152", "69149", "Oullins-Pierre-Bénite", "Oullins-Pierre-Bénite"],
  ["69383", "69123", "Lyon 3e Arrondissement", "Lyon"],
  ["69123", "69123", "Lyon", "Lyon"],
] as const)("the place of %s is served by %s", async ([given, insee, name, communeName]) => {
  expect(await findPlace(nobody, given)).toEqual({ insee, name, communeName });
});

test.for(["75056", "", "x' or 1=1"])("« %s » is no place of ours", async (insee) => {
  expect(await findPlace(nobody, insee)).toBeNull();
});

test("the territory is whole", async () => {
  const { places, aliases } = await getTerritory(nobody);
  expect(places).toHaveLength(67);
  expect(aliases.map(({ name }) => name).sort()).toEqual(["Oullins", "Pierre-Bénite"]);
});
