import { findIn, type Scope } from "@/lib/expressions/model";
import { FILTERS } from "@/lib/expressions/model/filters";
import type { Around } from "./kind";

/** What an expression of a form sees: the answers before it, by field id, and the day it is. */
export const scopeOf = (
  { today, before }: Around,
  more: Readonly<Record<string, unknown>> = {},
): Scope => ({
  today,
  now: `${today}T00:00`,
  find: findIn({ ...before, ...more }),
  filters: FILTERS,
});
