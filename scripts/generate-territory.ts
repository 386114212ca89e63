/**
 * Rebuilds db/seed/generated/territory.json from @etalab/decoupage-administratif (MIT, official
 * geographic code). Run by hand when a new edition is published:
 *   npx tsx scripts/generate-territory.ts [outlines.geojson]
 * The package has no outlines: a GeoJSON of the communes (Licence Ouverte) gives new centres, else
 * the known ones stay.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { slugOf } from "@/lib/territory/model";

const OUTPUT = "db/seed/generated/territory.json";
const METROPOLE = "200046977";
const LYON = "69123";
/** Around each borough's own town hall: the outlines stop at the commune. */
const BOROUGH_CENTRES: Record<string, [number, number]> = {
  69381: [4.8298, 45.7699],
  69382: [4.8267, 45.7485],
  69383: [4.8687, 45.7533],
  69384: [4.8267, 45.7785],
  69385: [4.8022, 45.7577],
  69386: [4.8525, 45.7722],
  69387: [4.8387, 45.7335],
  69388: [4.87, 45.733],
  69389: [4.805, 45.781],
};

type Place = {
  insee: string;
  name: string;
  slug: string;
  siren: string | null;
  postalCodes: string[];
  population: number;
  centre: [number, number];
  parentInsee: string | null;
};
type Source = {
  code: string;
  nom: string;
  type: string;
  siren?: string;
  codesPostaux?: string[];
  population?: number;
  anciensCodes?: string[];
  chefLieu?: string;
  commune?: string;
};
type Territory = { source: string; places: Place[]; aliases: Alias[] };
type Alias = { insee: string; name: string; communeInsee: string };
type Position = [number, number];
type Outlines = {
  features: {
    properties: { insee?: string; code?: string };
    geometry: { type: string; coordinates: unknown };
  }[];
};

const require = createRequire(import.meta.url);
const load = <T>(file: string) =>
  JSON.parse(
    readFileSync(require.resolve(`@etalab/decoupage-administratif/data/${file}.json`), "utf8"),
  ) as T;
const round = (n: number) => Math.round(n * 1e5) / 1e5;
const typographic = (name: string) => name.replaceAll("'", "’");

function knownCentres() {
  try {
    const { places } = JSON.parse(readFileSync(OUTPUT, "utf8")) as Territory;
    return new Map(places.map(({ insee, centre }) => [insee, centre]));
  } catch {
    return new Map<string, Position>();
  }
}

const positions = (coordinates: unknown): Position[] =>
  Array.isArray(coordinates) && typeof coordinates[0] === "number"
    ? [[coordinates[0], Number(coordinates[1])]]
    : Array.isArray(coordinates)
      ? coordinates.flatMap(positions)
      : [];

/** Middle of the bounding box, in degrees: longitude, latitude. */
function middle(points: Position[]): Position {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const half = (values: number[]) => round((Math.min(...values) + Math.max(...values)) / 2);
  return [half(xs), half(ys)];
}

function centresOf(path: string | undefined) {
  const centres = knownCentres();
  if (!path) return centres;
  const { features } = JSON.parse(readFileSync(path, "utf8")) as Outlines;
  for (const { properties, geometry } of features)
    centres.set(properties.insee ?? properties.code ?? "", middle(positions(geometry.coordinates)));
  return centres;
}

const communes = load<Source[]>("communes");
const members = new Set(
  load<{ code: string; membres: { code: string }[] }[]>("epci")
    .find(({ code }) => code === METROPOLE)
    ?.membres.map(({ code }) => code),
);
const centres = centresOf(process.argv[2]);

const toPlace = (source: Source): Place => ({
  insee: source.code,
  name: typographic(source.nom),
  slug: slugOf(source.nom),
  siren: source.siren ?? null,
  postalCodes: source.codesPostaux ?? [],
  population: source.population ?? 0,
  centre: BOROUGH_CENTRES[source.code] ?? centres.get(source.code) ?? [4.83, 45.76],
  parentInsee: source.commune ?? null,
});

const current = communes.filter((c) => c.type === "commune-actuelle" && members.has(c.code));
const boroughs = communes.filter(
  (c) => c.type === "arrondissement-municipal" && c.commune === LYON,
);
const former = communes.filter(
  (c) => c.type === "commune-deleguee" && c.chefLieu !== undefined && members.has(c.chefLieu),
);

const territory: Territory = {
  source: `@etalab/decoupage-administratif ${packageVersion()}`,
  places: [...current, ...boroughs].map(toPlace).sort((a, b) => a.insee.localeCompare(b.insee)),
  aliases: former.map((c) => ({
    insee: c.code,
    name: typographic(c.nom),
    communeInsee: c.chefLieu ?? "",
  })),
};

writeFileSync(OUTPUT, `${JSON.stringify(territory, null, 2)}\n`);
console.log(
  `${current.length} communes, ${boroughs.length} arrondissements, ${territory.aliases.length} aliases`,
);

function packageVersion() {
  const path = require.resolve("@etalab/decoupage-administratif/package.json");
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}
