import { formatNumber } from "@/lib/format/number";
import { compute, round } from "../decimal";
import type { Filter, Filters } from "../evaluate";
import { isList, numberOf, textOf, type Value } from "../values";

/** What is missing counts for nothing, as authors of Publik expect: `cout|add:supplement`. */
const orZero = (value: Value) => numberOf(value) ?? 0;

const operation =
  (op: "-" | "*" | "/" | "%"): Filter =>
  (of, [other = null]) =>
    compute(op, orZero(of), orZero(other));

/** Numbers are added, lists and texts put end to end; an empty one leaves the other as it is. */
function add(of: Value, other: Value): Value {
  const [a, b] = [numberOf(of), numberOf(other)];
  if (a !== null && b !== null) return compute("+", a, b);
  if (of === null || of === "") return b ?? other ?? "";
  if (other === null || other === "") return a ?? of;
  if (isList(of)) return [...of, ...(isList(other) ? other : [other])];
  return textOf(of) + textOf(other);
}

const placesOf = (value: Value | undefined, usual: number) => {
  const places = value === undefined ? usual : numberOf(value);
  return places !== null && Number.isInteger(places) && Math.abs(places) <= 12 ? places : usual;
};

/** « 12,50 »; with a negative number, decimals only when there are some. */
function floatformat(of: Value, wanted: Value | undefined): Value {
  const value = numberOf(of);
  const places = placesOf(wanted, -1);
  const rounded = value === null ? null : round(value, Math.abs(places));
  if (rounded === null) return "";
  const isWhole = places < 0 && Number.isInteger(rounded);
  return rounded.toFixed(isWhole ? 0 : Math.abs(places)).replace(".", ",");
}

/** Text read as a number; with so many decimals, written with them: `12.50`. */
function decimal(of: Value, places: Value | undefined): Value {
  const value = orZero(of);
  if (places === undefined) return value;
  const wanted = Math.abs(placesOf(places, 2));
  return round(value, wanted)?.toFixed(wanted) ?? null;
}

const whole =
  (towards: (value: number) => number): Filter =>
  (of) => {
    const value = numberOf(of);
    return value === null ? null : towards(value) + 0;
  };

const numbersOf = (of: Value) => (isList(of) ? of : [of]).flatMap((item) => numberOf(item) ?? []);

const extreme =
  (pick: (a: number, b: number) => number): Filter =>
  (of) => {
    const [first, ...rest] = numbersOf(of);
    return first === undefined ? null : rest.reduce((a, b) => pick(a, b), first);
  };

export const NUMBERS = {
  add: (of, [other = null]) => add(of, other),
  sub: operation("-"),
  subtract: operation("-"),
  mul: operation("*"),
  multiply: operation("*"),
  div: operation("/"),
  divide: operation("/"),
  modulo: operation("%"),
  divisibleby: (of, [other = null]) => compute("%", orZero(of), orZero(other)) === 0,
  decimal: (of, [places]) => decimal(of, places),
  floatformat: (of, [places]) => floatformat(of, places),
  round: (of, [places]) => {
    const value = numberOf(of);
    return value === null ? null : round(value, placesOf(places, 0));
  },
  ceil: whole(Math.ceil),
  floor: whole(Math.floor),
  integer: whole(Math.trunc),
  abs: whole(Math.abs),
  intcomma: (of) => {
    const value = numberOf(of);
    return value === null ? textOf(of) : formatNumber(value);
  },
  sum: (of) =>
    numbersOf(of).reduce<number | null>((a, b) => (a === null ? null : compute("+", a, b)), 0),
  min: extreme(Math.min),
  max: extreme(Math.max),
} satisfies Filters;
