import { STATUS_LABELS, type Status } from "@/lib/requests/model";
import type { Action } from "../schemas/actions";
import type { Panel } from "../schemas/panels";
import type { Transition } from "../schemas/statuses";
import { holds, scopeOf } from "./scope";
import type { Definition, Mover, State, World } from "./state";

export const isFrom = ({ from }: Transition, status: string) =>
  from === "any" || from.includes(status);

const isFor = (audiences: readonly string[], allowed: readonly string[]) =>
  allowed.some((audience) => audiences.includes(audience));

/** Whose button it is; conditions apart. */
export function isTheirs({ on }: Transition, { side, audiences }: Mover) {
  if (on.by === "resident") return side === "resident";
  if (on.by !== "agent" || side !== "agent") return false;
  return on.only.length === 0 || isFor(audiences, on.only);
}

export const statusOf = ({ statuses }: Definition, id: string) =>
  statuses.find((status) => status.id === id);

/** The buttons of this person where the request is, in the order of the definition. */
export function moves(definition: Definition, state: State, mover: Mover, world: World) {
  const scope = scopeOf(state, world);
  return definition.transitions.filter(
    (transition) =>
      isFrom(transition, state.status) &&
      isTheirs(transition, mover) &&
      holds(transition.when, scope),
  );
}

/** What the page shows this person where the request is. */
export function panels(definition: Definition, state: State, mover: Mover, world: World) {
  const scope = scopeOf(state, world);
  return (statusOf(definition, state.status)?.panels ?? []).filter(
    (panel) => isFor(mover.audiences, audienceOf(panel)) && holds(panel.when, scope),
  );
}

const audienceOf = (panel: Panel) => (panel.type === "message" ? panel.to : panel.by);

/** The status of a request; of one from before its workflow had statuses of its own, the first of its phase. */
export const statusIn = (
  definition: Definition,
  { statusId, status }: { statusId: string | null; status: Status },
) =>
  definition.statuses.find(({ id }) => id === statusId) ??
  definition.statuses.find(({ phase }) => phase === status);

/** What is read of a status, if its workflow has words of its own for it. */
export function labelOf(
  definition: Definition,
  request: { statusId: string | null; status: Status },
  who: "agent" | "resident",
) {
  return statusIn(definition, request)?.label[who] ?? STATUS_LABELS[request.status];
}

/** What has to be written with a button. */
export const asked = ({ on }: Transition) =>
  on.by === "agent" || on.by === "resident" ? on.asks : "nothing";

/** The action of this id, wherever it is. */
export const actionOf = ({ statuses, transitions }: Definition, id: string): Action | undefined =>
  [
    ...statuses.flatMap(({ onEnter, onLeave }) => [...onEnter, ...onLeave]),
    ...transitions.flatMap(({ actions }) => actions),
  ].find((action) => action.id === id);
