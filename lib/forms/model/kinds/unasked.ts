import { evaluate } from "@/lib/expressions/model";
import { formatEuros, formatNumber } from "@/lib/format/number";
import type { FieldOf } from "../../schemas/fields";
import { checked, type Kind, kept, NOTHING, readLine, tooLong, written } from "../kind";
import { one } from "../posted";
import { scopeOf } from "../scope";
import { showDay } from "./dates";

const shown = (as: FieldOf<"computed">["as"], answer: unknown) => {
  const number = typeof answer === "number" ? answer : Number(answer);
  if (as === "currency" && !Number.isNaN(number)) return formatEuros(number);
  if (as === "number" && !Number.isNaN(number)) return formatNumber(number);
  if (as === "date") return showDay(answer);
  return typeof answer === "boolean" ? (answer ? "Oui" : "Non") : written(answer);
};

/** Nothing of it is typed: it is what its expression makes of the answers before it. */
export const computed: Kind<FieldOf<"computed">> = {
  controls: () => [],
  check({ value }, _, __, around) {
    const answer = evaluate(value, scopeOf(around));
    return answer === null || answer === undefined ? NOTHING : kept(answer);
  },
  asTyped: () => ({}),
  lines: ({ as }, answer) =>
    Array.isArray(answer) ? answer.map((one) => shown(as, one)) : [shown(as, answer)],
};

const MOST = 1_000;

export const hidden: Kind<FieldOf<"hidden">> = {
  controls: (_, name) => [name],
  check({ label }, name, typed) {
    const value = one(typed, name);
    return value ? checked(name, readLine(value, MOST, tooLong(label, MOST))) : NOTHING;
  },
  asTyped: (_, name, answer) => ({ [name]: written(answer) }),
  lines: (_, answer) => [written(answer)],
};
