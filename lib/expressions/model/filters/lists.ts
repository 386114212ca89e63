import { LIMITS } from "../../schemas/limits";
import type { Filters } from "../evaluate";
import {
  isIn,
  isList,
  isRow,
  isTruthy,
  numberOf,
  partOf,
  TooMuch,
  textOf,
  type Value,
} from "../values";

const signsOf = (of: Value): readonly Value[] => (isList(of) ? of : [...textOf(of)]);

function lengthOf(of: Value) {
  if (isList(of)) return of.length;
  return isRow(of) && !textOf(of) ? Object.keys(of).length : [...textOf(of)].length;
}

/** `slice:":2"`, `slice:"1:3"`, as in Python. */
function slice(of: Value, bounds: string): Value {
  const [from = "", to] = bounds.split(":").map((bound) => bound.trim());
  const read = (bound: string | undefined) =>
    bound && /^-?\d{1,6}$/.test(bound) ? Number(bound) : undefined;
  const kept =
    to === undefined ? signsOf(of).slice(0, read(from)) : signsOf(of).slice(read(from), read(to));
  return isList(of) ? kept : kept.join("");
}

/** By name in a record, by position in a list (from the end when negative). */
function get(of: Value, key: Value): Value {
  const at = numberOf(key);
  if (isList(of) && at !== null) return of.at(at) ?? null;
  return partOf(of, textOf(key));
}

function joined(items: readonly Value[], apart: string) {
  if (items.length * apart.length > LIMITS.text) throw new TooMuch();
  return items.map(textOf).join(apart);
}

const isEmpty = (of: Value) =>
  of === null || of === "" || ((isList(of) || isRow(of)) && !isTruthy(of));

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const sorted = (of: Value, by: Value) => {
  const key = (item: Value) => textOf(by === null ? item : get(item, by));
  return isList(of) ? [...of].sort((a, b) => compare(key(a), key(b))) : of;
};

type Point = { latitude: number; longitude: number };

function pointOf(value: Value): Point | null {
  const [first, second] = typeof value === "string" ? value.split(";") : [];
  const latitude = numberOf(first ?? partOf(value, "latitude") ?? partOf(value, "lat"));
  const longitude = numberOf(second ?? partOf(value, "longitude") ?? partOf(value, "lon"));
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

const EARTH_METRES = 6_371_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** In metres, as the crow flies (haversine). */
function distance(a: Point | null, b: Point | null): number | null {
  if (!a || !b) return null;
  const [north, east] = [b.latitude - a.latitude, b.longitude - a.longitude].map(radians) as [
    number,
    number,
  ];
  const h =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return Math.round(2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h))));
}

export const LISTS = {
  default: (of, [other = null]) => (isTruthy(of) ? of : other),
  default_if_none: (of, [other = null]) => (of === null ? other : of),
  is_empty: isEmpty,
  length: lengthOf,
  length_is: (of, [count = null]) => lengthOf(of) === numberOf(count),
  count: (of) => (of === null ? 0 : isList(of) ? of.length : 1),
  first: (of) => signsOf(of)[0] ?? null,
  last: (of) => signsOf(of).at(-1) ?? null,
  slice: (of, [bounds = null]) => slice(of, textOf(bounds)),
  contains: (of, [part = null]) => isIn(part, of),
  join: (of, [apart = null]) => (isList(of) ? joined(of, textOf(apart)) : of),
  get: (of, [key = null]) => get(of, key),
  getlist: (of, [key = null]) => (isList(of) ? of.map((item) => get(item, key)) : []),
  sort: (of, [by = null]) => sorted(of, by),
  dictsort: (of, [by = null]) => sorted(of, by),
  reverse: (of) => (isList(of) ? [...of].reverse() : of),
  unique: (of) =>
    isList(of) ? [...new Map(of.map((item) => [JSON.stringify(item), item])).values()] : of,
  list: (of) => (isList(of) ? of : of === null ? [] : [of]),
  distance: (of, [other = null]) => distance(pointOf(of), pointOf(other)),
} satisfies Filters;
