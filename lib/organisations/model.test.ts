import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import territory from "@/db/seed/generated/territory.json";
import { feeBandOf, yearlyFee } from "./model";

test.for([
  [0, "<5k"],
  [4_999, "<5k"],
  [5_000, "5-10k"],
  [9_999, "5-10k"],
  [10_000, "10-20k"],
  [20_000, "20-40k"],
  [40_000, "40-80k"],
  [79_999, "40-80k"],
  [80_000, ">80k"],
  [519_127, ">80k"],
] as const)("%i inhabitants pay in the band %s", ([population, band]) => {
  expect(feeBandOf(population)).toBe(band);
});

test.for([
  ["Lyon, restricted, first pilot year", 519_127, "restricted", true, 2019, 7_000],
  ["Lyon, restricted, the year after", 519_127, "restricted", true, 2020, 14_000],
  ["Bron, full, pilot", 42_982, "full", true, 2019, 7_000],
  ["Bron, full", 42_982, "full", true, 2020, 14_000],
  ["Dardilly, full", 9_221, "full", false, 2019, 5_400],
  ["Oullins-Pierre-Bénite, restricted", 38_168, "restricted", false, 2024, 8_400],
  ["a village without agreement", 1_195, "none", false, 2020, 0],
] as const)("%s", ([, population, offer, isPilot, year, fee]) => {
  expect(yearlyFee({ population, offer, isPilot }, year)).toBe(fee);
});

const REFERENCE = "../shared/data/communes-metropole-lyon.json";

type Reference = { communes: { insee: string; trancheConvention: string }[] };

test.runIf(existsSync(REFERENCE))("every commune is in the reference's fee band", () => {
  const { communes } = JSON.parse(readFileSync(REFERENCE, "utf8")) as Reference;
  const ours = Object.fromEntries(
    territory.places.map(({ insee, population }) => [insee, feeBandOf(population)]),
  );
  for (const { insee, trancheConvention } of communes) expect(ours[insee]).toBe(trancheConvention);
});
