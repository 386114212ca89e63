import { beforeEach, expect, test } from "vitest";
import { pool } from "@/db/client";
import { seedTerritory } from "@/db/seed/territory";
import { searchAddresses } from "./queries/addresses";
import { searchStreets } from "./queries/streets";

const nobody = { actor: { kind: "visitor", id: "" } } as const;
const bron = { insee: "69029", limit: 6 };

beforeEach(() => pool.transaction(seedTerritory));

const labels = async (query: string, near: { insee?: string; limit: number } = bron) =>
  (await searchStreets(nobody, query, near)).map(({ label }) => label);

test("as on the drawing: what is being typed, the commune meant first", async () => {
  expect(await labels("12 rue de la mar")).toEqual([
    "12 rue de la Marne, 69500 Bron",
    "12 rue de la Marseillaise, 69500 Bron",
    "12 rue de la Marne, 69003 Lyon 3e",
  ]);
});

test.for([
  ["an accent left out", "avenue edouard herriot", "avenue Édouard Herriot, 69500 Bron"],
  ["abbreviations", "8 bis av. gal de gaulle", "8 bis avenue Général de Gaulle, 69500 Bron"],
  ["a typo", "avenue franclin rosevelt", "avenue Franklin Roosevelt, 69500 Bron"],
  ["the commune's name", "rue de la marne lyon", "rue de la Marne, 69003 Lyon 3e"],
  ["the postal code", "rue de la marne 69003", "rue de la Marne, 69003 Lyon 3e"],
  ["an apostrophe", "route heyrieux", "route d’Heyrieux, 69800 Saint-Priest"],
  ["a street of another commune", "24 place bayere", "24 place Bayère, 69570 Dardilly"],
  ["a number in the name", "8 mai 1945 vaulx", "8 avenue du 8 Mai 1945, 69120 Vaulx-en-Velin"],
] as const)("%s still finds the street", async ([, query, label]) => {
  expect((await labels(query))[0]).toBe(label);
});

test("half of Oullins-Pierre-Bénite has another postal code", async () => {
  const [found] = await searchStreets(nobody, "rue henri barbusse pierre-benite", bron);
  expect(found).toMatchObject({
    postalCode: "69310",
    commune: "Oullins-Pierre-Bénite",
    insee: "69149",
  });
});

test("in Lyon the commune is Lyon, whatever the arrondissement", async () => {
  const [found] = await searchStreets(nobody, "place bellecour", bron);
  expect(found).toMatchObject({ commune: "Lyon 2e", insee: "69123", source: "embedded" });
});

test.for(["%", "rue _", "'; drop table streets", "\\", "12", "x".repeat(200)])(
  "%j is only text",
  async (query) => {
    await expect(labels(query)).resolves.toEqual(expect.any(Array));
  },
);

test.for(["dardilly", "dardily", "69570"])("%s alone gives the commune", async (query) => {
  const [found] = await searchAddresses(nobody, query, { limit: 3 });
  expect(found).toMatchObject({ label: "69570 Dardilly", street: "", insee: "69072" });
});

test("a provider that fails is passed over, the first that knows answers", async () => {
  const failing = async () => {
    throw new Error("down");
  };
  const empty = async () => [];
  const found = await searchAddresses(nobody, "12 rue de la marne", bron, [
    failing,
    empty,
    searchStreets,
    failing,
  ]);
  expect(found[0]?.label).toBe("12 rue de la Marne, 69500 Bron");
});
