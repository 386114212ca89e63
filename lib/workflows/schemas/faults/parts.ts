import { isClosed } from "@/lib/requests/model";
import type { Action, ActionOf } from "../actions";
import type { WorkflowShape as Shape } from "../shape";
import type { Transition } from "../statuses";

export type { WorkflowShape as Shape } from "../shape";
export type Path = readonly (string | number)[];
/** What is wrong, where, and what to do about it, for whoever writes the definition. */
export type Fault = { path: Path; message: string };

type ActionList = {
  path: Path;
  actions: readonly Action[];
  /** Where the request is when they are done. */
  statuses: readonly string[];
  on: "enter" | "leave" | "transition";
};

/** The statuses that a transition starts from. */
export const startsOf = ({ statuses }: Shape, { from }: Transition): readonly string[] =>
  from === "any" ? statuses.map(({ id }) => id) : from;

export const actionLists = (shape: Shape): ActionList[] => [
  ...shape.statuses.flatMap(({ id, onEnter, onLeave }, i): ActionList[] => [
    { path: ["statuses", i, "onEnter"], actions: onEnter, statuses: [id], on: "enter" },
    { path: ["statuses", i, "onLeave"], actions: onLeave, statuses: [id], on: "leave" },
  ]),
  ...shape.transitions.map(
    (transition, i): ActionList => ({
      path: ["transitions", i, "actions"],
      actions: transition.actions,
      statuses: startsOf(shape, transition),
      on: "transition",
    }),
  ),
];

type Placed<A extends Action> = Omit<ActionList, "actions"> & { action: A };

/** Every action, where it is. */
export const placedActions = (shape: Shape): Placed<Action>[] =>
  actionLists(shape).flatMap(({ path, actions, ...list }) =>
    actions.map((action, i) => ({ ...list, path: [...path, i], action })),
  );

/** Every action of a type, where it is. */
export const placedOf = <T extends Action["type"]>(shape: Shape, type: T) =>
  placedActions(shape).filter(
    (placed): placed is Placed<ActionOf<T>> => placed.action.type === type,
  );

export type Arrow = { from: string; to: string; isAlways: boolean };

const targetsOf = (action: Action): string[] => {
  if (action.type === "jump") return [action.to];
  if (action.type !== "call") return [];
  return Object.values(action.failures).flatMap((after) => (after.do === "jump" ? after.to : []));
};

/** Where a request may go from where it is; `isAlways`: at once, whatever it holds. */
export const arrowsOf = (shape: Shape): Arrow[] => [
  ...shape.transitions.flatMap((transition) =>
    startsOf(shape, transition).flatMap((from) =>
      transition.to === undefined ? [] : [{ from, to: transition.to, isAlways: false }],
    ),
  ),
  ...placedActions(shape).flatMap(({ action, statuses, on }) =>
    statuses.flatMap((from) =>
      targetsOf(action).map((to) => ({
        from,
        to,
        isAlways: on === "enter" && action.type === "jump" && !action.when,
      })),
    ),
  ),
  ...shape.statuses.flatMap(({ id, each }) =>
    each?.to === undefined ? [] : [{ from: id, to: each.to, isAlways: true }],
  ),
];

/** Statuses found by following these arrows from here, these included. */
export function reached(arrows: readonly Arrow[], from: Iterable<string>) {
  const seen = new Set(from);
  for (const status of seen) for (const { from, to } of arrows) if (from === status) seen.add(to);
  return seen;
}

export const finalsOf = ({ statuses }: Shape) =>
  new Set(statuses.filter(({ phase }) => isClosed(phase)).map(({ id }) => id));

/** « Instruction », or its id while it has no label. */
export function nameOf({ statuses }: Shape, id: string) {
  return `«\u00a0${statuses.find((status) => status.id === id)?.label.agent || id}\u00a0»`;
}
