import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import data from "@/db/seed/generated/territory.json";
import { distance, normaliseName, resolveCommune, slugOf } from "./model";

const names = (input: string, as?: "insee") => {
  const resolution = resolveCommune(data, input, as);
  if (resolution.kind === "found") return resolution.place.name;
  return resolution.kind === "ask" ? resolution.places.length : "none";
};

test.for([
  ["69029", "Bron"],
  ["69149", "Oullins-Pierre-Bénite"],
  ["69152", "Oullins-Pierre-Bénite"],
  ["69383", "Lyon 3e Arrondissement"],
  ["69250", "La Tour-de-Salvagny"],
  ["75056", "none"],
] as const)("the INSEE code %s is %s", ([insee, name]) => {
  expect(names(insee, "insee")).toBe(name);
});

test.for([
  ["69500", "Bron"],
  ["69003", "Lyon 3e Arrondissement"],
  ["69310", "Oullins-Pierre-Bénite"],
  ["69600 Oullins", "Oullins-Pierre-Bénite"],
  ["69250", 6],
  ["69270", 6],
  ["69330", 2],
  ["69330 Meyzieu", "Meyzieu"],
  ["13001", "none"],
] as const)("the postal code in « %s » gives %s", ([input, expected]) => {
  expect(names(input)).toBe(expected);
});

test.for([
  ["Bron", "Bron"],
  ["  bRon ", "Bron"],
  ["ecully", "Écully"],
  ["ECULLY", "Écully"],
  ["vaulx en velin", "Vaulx-en-Velin"],
  ["vaux en velin", "Vaulx-en-Velin"],
  ["vénisieux", "Vénissieux"],
  ["villeurbane", "Villeurbanne"],
  ["st priest", "Saint-Priest"],
  ["Ste Foy les Lyon", "Sainte-Foy-lès-Lyon"],
  ["champagne au mont d'or", "Champagne-au-Mont-d’Or"],
  ["Pierre-Bénite", "Oullins-Pierre-Bénite"],
  ["oullins", "Oullins-Pierre-Bénite"],
  ["Lyon", "Lyon"],
  ["lyon 3", "Lyon 3e Arrondissement"],
  ["Lyon 3ème", "Lyon 3e Arrondissement"],
  ["saint genis", 2],
  ["fontaines", 3],
  ["Marseille", "none"],
  ["", "none"],
  ["x", "none"],
] as const)("« %s » means %s", ([input, expected]) => {
  expect(names(input)).toBe(expected);
});

test("names compare without accents, hyphens or abbreviations", () => {
  expect(normaliseName("St-Didier-au-Mont-d’Or")).toBe("saint didier au mont d or");
  expect(slugOf("Sainte-Foy-lès-Lyon")).toBe("sainte-foy-les-lyon");
});

test("distance counts the edits, and stops counting past the limit", () => {
  expect(distance("bron", "bron")).toBe(0);
  expect(distance("bronn", "bron")).toBe(1);
  expect(distance("givors", "grigny", 2)).toBeGreaterThan(2);
});

const REFERENCE = "../shared/data/communes-metropole-lyon.json";

type Reference = {
  communes: {
    insee: string;
    nom: string;
    siren: string;
    codesPostaux: string[];
    popMunicipale2023: number;
    centre: [number, number];
  }[];
  arrondissementsLyon: { insee: string; codesPostaux: string[] }[];
};

test.runIf(existsSync(REFERENCE))("the generated territory agrees with the reference", () => {
  const reference = JSON.parse(readFileSync(REFERENCE, "utf8")) as Reference;
  const ours = new Map(data.places.map((place) => [place.insee, place]));
  expect(ours.size).toBe(reference.communes.length + reference.arrondissementsLyon.length);
  for (const { insee, nom, siren, codesPostaux, popMunicipale2023, centre } of reference.communes) {
    const place = ours.get(insee);
    expect(place).toMatchObject({
      siren,
      postalCodes: codesPostaux,
      population: popMunicipale2023,
    });
    expect(slugOf(place?.name ?? "")).toBe(slugOf(nom));
    expect(Math.abs((place?.centre[0] ?? 0) - centre[0])).toBeLessThan(0.02);
    expect(Math.abs((place?.centre[1] ?? 0) - centre[1])).toBeLessThan(0.02);
  }
  for (const { insee, codesPostaux } of reference.arrondissementsLyon)
    expect(ours.get(insee)).toMatchObject({ postalCodes: codesPostaux, parentInsee: "69123" });
});
