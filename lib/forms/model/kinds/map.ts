import type { FieldOf } from "../../schemas/fields";
import {
  about,
  blank,
  isRecord,
  type Kind,
  kept,
  readLine,
  refused,
  tooLong,
  written,
} from "../kind";
import { one } from "../posted";

type MapField = FieldOf<"map">;
/** Longitude and latitude in degrees (WGS 84), in the order of GeoJSON (RFC 7946). */
type Position = [longitude: number, latitude: number];

const LEAST = { point: 1, line: 2, polygon: 3 };
const MOST = 500;

const WANTED = {
  point: "écrivez une adresse, ou des coordonnées comme 45.7330, 4.9112",
  line: "écrivez au moins 2 points, un par ligne, comme 45.7330, 4.9112",
  polygon: "écrivez au moins 3 points, un par ligne, comme 45.7330, 4.9112",
};

const PAIR = /^(-?\d{1,2}(?:[.,]\d{1,15})?)\s*[,;/\s]\s*(-?\d{1,3}(?:[.,]\d{1,15})?)$/;

/** To 11 cm. */
const degrees = (text: string) => Math.round(Number(text.replace(",", ".")) * 1e6) / 1e6 + 0;

/** « 45.7330, 4.9112 », latitude first as people say it; null for anything else. */
function parsePosition(line: string): Position | null {
  const [, latitude, longitude] = PAIR.exec(line.trim()) ?? [];
  if (!latitude || !longitude) return null;
  const [y, x] = [degrees(latitude), degrees(longitude)];
  return Math.abs(y) <= 90 && Math.abs(x) <= 180 ? [x, y] : null;
}

/** The positions typed, one a line; null when one of them is none, or they are too few or too many. */
function parsePositions(typed: string, geometry: MapField["geometry"]): Position[] | null {
  const lines = typed.split("\n").filter((line) => line.trim() !== "");
  const positions = lines.map(parsePosition).filter((position) => position !== null);
  const most = geometry === "point" ? 1 : MOST;
  const isGood = positions.length === lines.length && positions.length <= most;
  return isGood && positions.length >= LEAST[geometry] ? positions : null;
}

const NAMES = { point: "Point", line: "LineString", polygon: "Polygon" };

/** As GeoJSON writes it; a polygon is closed by its first position. */
function geometryOf(kind: MapField["geometry"], positions: Position[]) {
  const [first] = positions;
  if (kind === "point") return { type: NAMES[kind], coordinates: first };
  if (kind === "line" || !first) return { type: NAMES[kind], coordinates: positions };
  return { type: NAMES[kind], coordinates: [[...positions, first]] };
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "number");

/** The positions of an answer, a polygon's last left out. */
function positionsOf(answer: unknown): Position[] {
  if (!isRecord(answer) || !Array.isArray(answer.coordinates)) return [];
  const { type, coordinates } = answer;
  if (type === "Point") return isPosition(coordinates) ? [coordinates] : [];
  const ring = type === "Polygon" ? (coordinates[0] ?? []).slice(0, -1) : coordinates;
  return Array.isArray(ring) ? ring.filter(isPosition) : [];
}

const positionTyped = ([longitude, latitude]: Position) => `${latitude}, ${longitude}`;

/** The answer is a geometry of GeoJSON, with the address in words if there is one; or the address alone. */
export const map: Kind<MapField> = {
  controls: ({ geometry }, name) =>
    geometry === "point" ? [`${name}.address`, `${name}.positions`] : [`${name}.positions`],
  check(field, name, typed) {
    const { geometry, label } = field;
    const isPoint = geometry === "point";
    const address = isPoint ? one(typed, `${name}.address`) : undefined;
    const said = one(typed, `${name}.positions`);
    const first = isPoint ? `${name}.address` : `${name}.positions`;
    if (!address && !said) return blank(field, first, WANTED[geometry]);
    const line = readLine(address ?? "", 300, tooLong(label, 300));
    if ("wrong" in line) return refused(first, line.wrong);
    const place = address ? { address: line.value } : {};
    if (!said) return kept(place);
    const positions = parsePositions(said, geometry);
    return positions
      ? kept({ ...geometryOf(geometry, positions), ...place })
      : refused(`${name}.positions`, about(label, WANTED[geometry]));
  },
  asTyped(_, name, answer) {
    const positions = positionsOf(answer).map(positionTyped).join("\n");
    const address = isRecord(answer) ? written(answer.address) : "";
    return {
      ...(address ? { [`${name}.address`]: address } : {}),
      ...(positions ? { [`${name}.positions`]: positions } : {}),
    };
  },
  lines: (_, answer) => [
    isRecord(answer) ? written(answer.address) : "",
    ...positionsOf(answer).map(positionTyped),
  ],
};
