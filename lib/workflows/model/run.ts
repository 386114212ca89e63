import { evaluate } from "@/lib/expressions/model";
import { isClosed, valuesAfter } from "@/lib/requests/model";
import type { Action } from "../schemas/actions";
import type { Transition, WorkflowStatus } from "../schemas/statuses";
import { act } from "./actions";
import { dueAt } from "./delays";
import type { CallResult } from "./flow";
import { isFrom, statusOf } from "./moves";
import { holds, scopeOf } from "./scope";
import type { Definition, Effect, Mover, State, World } from "./state";

/** Statuses entered by one input at most, and items of one `each`: past it, it would never rest. */
export const MOST_STEPS = 50;
const MOST_ITEMS = 200;

export class Endless extends Error {}

/** `done`: the list was done to its end; otherwise what followed it is not. */
type End = "done" | "moved" | "waiting";

/** One input, from where the request is to where it rests. */
export class Run {
  readonly effects: Effect[] = [];
  readonly through: string[] = [];

  constructor(
    readonly definition: Definition,
    public state: State,
    readonly mover: Mover,
    readonly world: World,
  ) {}

  private scope(item?: unknown) {
    return scopeOf(this.state, this.world, item);
  }

  private list(actions: readonly Action[], item?: unknown): End {
    for (const action of actions) {
      if (!holds(action.when, this.scope(item))) continue;
      switch (action.type) {
        case "jump":
          this.enter(action.to, action.id);
          return "moved";
        case "delete":
          this.effects.push({ type: "deleted", action: action.id });
          return "moved";
        case "call":
          this.state = { ...this.state, flow: { ...this.state.flow, waiting: action.id } };
          this.effects.push({
            type: "called",
            action: action.id,
            arrival: this.state.flow.arrival,
          });
          return "waiting";
        default: {
          const { state, effects } = act(this.state, action, { ...this, item });
          this.state = state;
          this.effects.push(...effects);
        }
      }
    }
    return "done";
  }

  /** Leaves where it is, and comes there. `by`: the transition or the action that leads there. */
  enter(to: string, by: string) {
    this.through.push(to);
    if (this.through.length > MOST_STEPS) throw new Endless();
    const status = statusOf(this.definition, to);
    if (!status) throw new Error(`no status ${to}`);
    const isDecided = isClosed(status.phase) && status.phase !== "cancelled";
    if (this.mover.side === "resident" && isDecided) {
      // The applicant decides nothing: the worker does it, in its own name.
      this.effects.push({ type: "deferred", to, arrival: this.state.flow.arrival });
      return;
    }
    const from = this.state.status;
    if (this.state.flow.arrival > 0) this.list(statusOf(this.definition, from)?.onLeave ?? []);
    this.state = arrived(this.state, status, this.world.now);
    this.effects.push({ type: "moved", from, to, phase: status.phase, by });
    this.settle(status);
  }

  private settle({ onEnter, each, id }: WorkflowStatus) {
    if (!each) {
      this.list(onEnter);
      return;
    }
    const items = evaluate(each.items, this.scope());
    for (const item of Array.isArray(items) ? items.slice(0, MOST_ITEMS) : [])
      if (this.list(onEnter, item) !== "done") return;
    if (each.to !== undefined) this.enter(each.to, id);
  }

  take(transition: Transition) {
    if (this.list(transition.actions) === "done" && transition.to !== undefined)
      this.enter(transition.to, transition.id);
  }

  /** What comes after a call, once its answer is there. */
  resume(action: string, { failure }: CallResult) {
    for (const { actions, after } of this.lists()) {
      const place = actions.findIndex(({ id }) => id === action);
      const call = actions[place];
      if (call?.type !== "call") continue;
      const then = failure ? call.failures[failure] : undefined;
      if (then?.do === "stop") return;
      if (then?.do === "jump") this.enter(then.to, action);
      else if (this.list(actions.slice(place + 1)) === "done") after();
      return;
    }
  }

  private lists() {
    const status = statusOf(this.definition, this.state.status);
    const { each, id, onEnter = [] } = status ?? {};
    const onward = () => {
      if (each?.to !== undefined && id) this.enter(each.to, id);
    };
    return [
      { actions: onEnter, after: onward },
      ...this.definition.transitions
        .filter((transition) => isFrom(transition, this.state.status))
        .map(({ actions, to, id }) => ({
          actions,
          after: () => {
            if (to !== undefined) this.enter(to, id);
          },
        })),
    ];
  }

  /** The delays that run from where it rests. */
  arm() {
    const { status, flow } = this.state;
    for (const { id, on, ...transition } of this.definition.transitions) {
      if (on.by !== "time" || !isFrom({ id, on, ...transition }, status)) continue;
      const at = dueAt(on, this.state, this.scope());
      if (at) this.effects.push({ type: "timer", transition: id, at, arrival: flow.arrival });
    }
  }
}

/** The status, the clock and what the flow knows of it, once it is there. */
function arrived(state: State, { id, phase, pauses }: WorkflowStatus, now: Date): State {
  const since = now.toISOString();
  const { waiting: _, ...flow } = state.flow;
  const clock = valuesAfter(
    { status: state.phase, deadlineAt: state.deadlineAt, pausedAt: state.pausedAt },
    phase,
    now,
    pauses,
  );
  return {
    ...state,
    status: id,
    phase,
    deadlineAt: clock.deadlineAt,
    pausedAt: clock.pausedAt,
    closedAt: isClosed(phase) ? (state.closedAt ?? now) : null,
    flow: {
      ...flow,
      arrival: flow.arrival + 1,
      since,
      ...(flow.arrival > 0 ? { previous: state.status } : {}),
      reached: { [id]: since, ...flow.reached },
    },
  };
}
