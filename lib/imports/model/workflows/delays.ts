import type { Expression } from "@/lib/expressions/schemas";
import type { Delay } from "@/lib/workflows/schemas/delays";
import { type Desk, translateSource } from "./words";

const DAY = 86_400;

const UNITS: readonly (readonly [pattern: RegExp, unit: Delay["unit"], times: number])[] = [
  [/^jours? ouvr|^working/i, "working-days", 1],
  [/^(j|jours?|days?)$/i, "days", 1],
  [/^(semaines?|weeks?)$/i, "days", 7],
  [/^(mois|months?)$/i, "months", 1],
  [/^(ans?|annees?|années?|years?)$/i, "months", 12],
  [/^(h|heures?|hours?)$/i, "hours", 1],
  [/^(min|minutes?)$/i, "minutes", 1],
];

/** A number of seconds, in the largest unit that says it. */
function ofSeconds(seconds: number): Delay {
  if (seconds % DAY === 0) return { amount: seconds / DAY, unit: "days" };
  if (seconds % 3600 === 0) return { amount: seconds / 3600, unit: "hours" };
  return { amount: Math.ceil(seconds / 60), unit: "minutes" };
}

const times = (of: Expression, by: number): Expression =>
  by === 1 ? of : { op: "*", left: of, right: { op: "value", value: by } };

const unitOf = (word: string) => UNITS.find(([pattern]) => pattern.test(word));

/** « 2 jours », « {{ form_option_delai }} jours », 86400, or a number of seconds that is computed. */
export function delayOf(written: string, desk: Desk): Delay | undefined {
  const text = written.trim().replace(/\s+/g, " ");
  if (text.length > 500) return undefined;
  if (/^\d{1,10}$/.test(text)) return ofSeconds(Number(text));
  const [, amount, mark = "", word = ""] =
    /^(?:(\d{1,6})|(\{\{[^}]*\}\}))\s*([\p{L} ]*?)$/u.exec(text) ?? [];
  if (amount === undefined && mark === "") return undefined;
  const unit = unitOf(word.trim());
  if (amount !== undefined) return unit && { amount: Number(amount) * unit[2], unit: unit[1] };
  const source = translateSource(mark, desk);
  if (source.kind !== "computed") return undefined;
  if (unit) return { amount: times(source.expression, unit[2]), unit: unit[1] };
  if (word.trim() !== "") return undefined;
  const inMinutes: Expression = {
    op: "/",
    left: source.expression,
    right: { op: "value", value: 60 },
  };
  return { amount: inMinutes, unit: "minutes" };
}
