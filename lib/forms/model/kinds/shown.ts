import { type Kind, NOTHING } from "../kind";

/** Shown between the questions: it asks nothing. */
export const nothingAsked: Kind<unknown> = {
  controls: () => [],
  check: () => NOTHING,
  asTyped: () => ({}),
  lines: () => [],
};
