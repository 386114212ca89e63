import type { Filters } from "./evaluate";
import { DATES } from "./filters/dates";
import { LISTS } from "./filters/lists";
import { NUMBERS } from "./filters/numbers";
import { TEXTS } from "./filters/texts";

/** Every filter there is: `value|name:argument`. What is missing gives nothing, or counts for nothing. */
export const FILTERS: Filters = { ...TEXTS, ...NUMBERS, ...DATES, ...LISTS };
