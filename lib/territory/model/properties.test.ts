import fc from "fast-check";
import { describe, expect, test } from "vitest";
import data from "@/db/seed/generated/territory.json";
import {
  currentInsee,
  distance,
  labelOf,
  normaliseName,
  resolveCommune,
  slugOf,
  splitAddress,
  wordsOf,
} from "../model";

const COMMUNES = data.places.filter(({ parentInsee }) => parentInsee === null);

const holds = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, check), { numRuns: 200 });

/** Where somebody who typed this is taken, or the choice they are given. */
const reached = (typed: string) => {
  const found = resolveCommune(data, typed);
  if (found.kind === "none") return [];
  return found.kind === "found" ? [found.place.insee] : found.places.map(({ insee }) => insee);
};

describe("a commune", () => {
  const writings: [string, (name: string) => string][] = [
    ["as it is", (name) => name],
    ["in capitals", (name) => name.toUpperCase()],
    ["without accents", (name) => name.normalize("NFD").replace(/\p{M}/gu, "")],
    ["with spaces", (name) => ` ${name.replaceAll("-", " ")} `],
    ["with straight apostrophes", (name) => name.replaceAll("’", "'")],
    ["shortened", (name) => name.replace(/^Sainte-/, "Ste ").replace(/^Saint-/, "st ")],
    ["as in its address", slugOf],
  ];

  test.for(writings)("is known by its name written %s", ([, write]) => {
    for (const { name, insee } of COMMUNES) expect(reached(write(name)), name).toEqual([insee]);
  });

  test("is known by its code, and offered by each of its postal codes", () => {
    for (const { insee, name, postalCodes } of data.places) {
      expect(resolveCommune(data, insee, "insee"), name).toMatchObject({ place: { insee } });
      for (const code of insee === "69123" ? [] : postalCodes) {
        expect(reached(code), `${code} ${name}`).toContain(insee);
        expect(reached(`${code} ${name}`), `${code} ${name}`).toEqual([insee]);
      }
    }
  });

  test("is offered in spite of a slip of the finger in its name", () => {
    const long = COMMUNES.filter(({ name }) => name.length > 6);
    const slip = fc.tuple(fc.constantFrom(...long), fc.nat(), fc.constantFrom("drop", "double"));
    holds(slip, ([{ name, insee }, position, kind]) => {
      const at = 3 + (position % (name.length - 4));
      const middle = kind === "drop" ? "" : name.slice(at, at + 1).repeat(2);
      expect(reached(name.slice(0, at) + middle + name.slice(at + 1)), name).toContain(insee);
    });
  });

  test("is none for anything else, without a fault", () => {
    holds(fc.string({ unit: "binary" }), (typed) => {
      for (const insee of reached(typed))
        expect(data.places.some((p) => p.insee === insee)).toBe(true);
    });
  });
});

/** Wagner and Fischer's, as it is taught. */
function edits(a: string, b: string): number {
  if (!a || !b) return a.length + b.length;
  if (a[0] === b[0]) return edits(a.slice(1), b.slice(1));
  return 1 + Math.min(edits(a.slice(1), b), edits(a, b.slice(1)), edits(a.slice(1), b.slice(1)));
}

test("the distance between two words is the number of edits, either way", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abc"), maxLength: 6 });
  holds(fc.tuple(word, word), ([a, b]) => {
    expect(distance(a, b, 6)).toBe(edits(a, b));
    expect(distance(a, b)).toBe(distance(b, a));
    expect(distance(a, b, 1) > 1).toBe(edits(a, b) > 1);
  });
});

describe("an address", () => {
  const street = fc.constantFrom("rue de la Marne", "avenue Franklin-Roosevelt", "place Bellecour");
  const number = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom("", " bis", " ter"));

  test("is cut into its number and its street as it is written on an envelope", () => {
    holds(fc.tuple(number, street), ([[count, suffix], name]) => {
      const houseNumber = `${count}${suffix}`;
      const label = labelOf({ houseNumber, street: name, postalCode: "69500", commune: "Bron" });
      expect(label).toBe(`${houseNumber} ${name}, 69500 Bron`);
      expect(splitAddress(label)).toEqual({ houseNumber, words: wordsOf(`${name} 69500 Bron`) });
    });
  });

  test.for([
    ["12bis rue de la Marne", "12 bis"],
    ["12 B, rue de la Marne", "12 b"],
    ["12, rue de la Marne", "12"],
    ["rue du 8 mai 1945", ""],
    ["69500 Bron", ""],
    ["8 mai 1945", "8"],
  ] as const)("the number of « %s » is « %s »", ([typed, houseNumber]) => {
    expect(splitAddress(typed).houseNumber).toBe(houseNumber);
  });

  test("words said twice over are said once", () => {
    holds(fc.oneof(street, fc.string()), (text) => {
      expect(wordsOf(wordsOf(text))).toBe(wordsOf(text));
      expect(normaliseName(normaliseName(text))).toBe(normaliseName(text));
      expect(slugOf(text)).toMatch(/^[a-z0-9-]*$/);
    });
  });
});

test("the code of an arrondissement, or of a commune that merged, is that of the commune today", () => {
  for (const { insee, parentInsee } of data.places)
    expect(currentInsee(insee)).toBe(parentInsee ?? insee);
  for (const { insee, communeInsee } of data.aliases)
    if (!data.places.some((p) => p.insee === insee)) expect(currentInsee(insee)).toBe(communeInsee);
});
