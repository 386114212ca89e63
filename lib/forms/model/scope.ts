import type { Scope } from "@/lib/expressions/model";
import { FILTERS } from "@/lib/expressions/model/filters";
import { nowOn } from "./dates";
import { type Around, isRecord } from "./kind";

/** « Autre » is `other`, or what was written beside it; a commune its INSEE code, or its name. */
function asChoice(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(asChoice);
  if (!isRecord(answer)) return answer;
  if (typeof answer.other === "string") return { value: "other", label: answer.other };
  const isCommune = typeof answer.name === "string" && Object.keys(answer).length <= 2;
  return isCommune ? { ...answer, value: answer.insee ?? answer.name, label: answer.name } : answer;
}

/** What an expression of a form sees: the answers before it, by field id, and the day it is. */
export const scopeOf = (
  { today, before }: Around,
  more: Readonly<Record<string, unknown>> = {},
): Scope => ({
  today,
  // Few ask, and writing it costs more than a condition.
  get now() {
    return nowOn(today);
  },
  find: (name) => {
    const answers = Object.hasOwn(more, name) ? more : before;
    return Object.hasOwn(answers, name) ? asChoice(answers[name]) : undefined;
  },
  filters: FILTERS,
});
