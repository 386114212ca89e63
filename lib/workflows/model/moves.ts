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
