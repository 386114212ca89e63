export { type CallResult, type Flow, flowOf, NO_FLOW, type Priority } from "./model/flow";
export { interpret } from "./model/interpret";
export {
  actionOf,
  asked,
  isFrom,
  isTheirs,
  labelOf,
  moves,
  panels,
  statusIn,
  statusOf,
} from "./model/moves";
export { scopeOf, valueIn } from "./model/scope";
export type { Effect, Input, Mover, Outcome, State, World } from "./model/state";
