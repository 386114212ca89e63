import type { Filters } from "@/lib/expressions/model";

const text = (value: unknown) => (value === null || value === undefined ? "" : String(value));

/** What options are compared through. */
export const FILTERS: Filters = {
  lower: (of) => text(of).toLowerCase(),
  upper: (of) => text(of).toUpperCase(),
  startswith: (of, [start]) => text(of).startsWith(text(start)),
};
