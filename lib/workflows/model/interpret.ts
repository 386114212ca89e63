import type { Transition } from "../schemas/statuses";
import { dueAt } from "./delays";
import { isFrom, moves, panels } from "./moves";
import { Endless, Run } from "./run";
import { holds, scopeOf } from "./scope";
import type { Definition, Input, Mover, Outcome, State, World } from "./state";

/** A timer whose condition does not hold looks again this much later. */
const AGAIN_MS = 3_600_000;

const STALE = { ok: false, why: "stale" } as const;
const REFUSED = { ok: false, why: "refused" } as const;

type Refusal = typeof STALE | typeof REFUSED | null;

function enter(run: Run, to: string, by: string) {
  run.enter(to, by);
  return null;
}

function take(run: Run, transition: Transition) {
  run.take(transition);
  return null;
}

/** The first transition that this starts from here, conditions included. */
const started = (run: Run, starts: (on: Transition["on"]) => boolean) =>
  run.definition.transitions.find(
    (transition) =>
      starts(transition.on) &&
      isFrom(transition, run.state.status) &&
      holds(transition.when, scopeOf(run.state, run.world)),
  );

function onTime(run: Run, { transition: id, arrival }: Extract<Input, { kind: "time" }>): Refusal {
  const { state, world, definition } = run;
  const transition = definition.transitions.find((one) => one.id === id);
  if (transition?.on.by !== "time" || arrival !== state.flow.arrival) return STALE;
  if (!isFrom(transition, state.status)) return STALE;
  const scope = scopeOf(state, world);
  const at = dueAt(transition.on, state, scope);
  if (!at) return STALE;
  const isDue = at <= world.now;
  if (isDue && holds(transition.when, scope)) return take(run, transition);
  const next = isDue ? new Date(world.now.getTime() + AGAIN_MS) : at;
  run.effects.push({ type: "timer", transition: id, at: next, arrival });
  return null;
}

function onForm(run: Run, input: Extract<Input, { kind: "form" | "comment" }>): Refusal {
  const { definition, mover, world } = run;
  const panel = panels(definition, run.state, mover, world).find(({ id }) => id === input.panel);
  const { flow } = run.state;
  if (input.kind === "form") {
    if (panel?.type !== "form" && panel?.type !== "edit") return REFUSED;
    const forms = { ...flow.forms, [panel.id]: input.values };
    run.state = { ...run.state, flow: { ...flow, forms } };
    const isTold = panel.type === "edit" || panel.isTold;
    run.effects.push({ type: "answered", panel: panel.id, isTold });
    const transition = started(run, (on) => on.by === "form" && on.panel === panel.id);
    return transition ? take(run, transition) : null;
  }
  if (panel?.type !== "comment") return REFUSED;
  const internal = panel.field ? { ...flow.internal, [panel.field]: input.text } : flow.internal;
  run.state = { ...run.state, flow: { ...flow, comment: input.text, internal } };
  run.effects.push({ type: "answered", panel: panel.id, isTold: false });
  return null;
}

function onMove(run: Run, { transition: id, reason }: Extract<Input, { kind: "move" }>): Refusal {
  const { definition, state, mover, world } = run;
  const transition = moves(definition, state, mover, world).find((one) => one.id === id);
  if (!transition) return REFUSED;
  if (reason !== undefined) run.state = { ...state, reason };
  return take(run, transition);
}

function onAnswer(run: Run, input: Extract<Input, { kind: "answer" }>): Refusal {
  const { flow } = run.state;
  const isAwaited = flow.waiting === input.action && flow.arrival === input.arrival;
  const { waiting, ...rest } = flow;
  const calls = { ...flow.calls, [input.action]: input.result };
  run.state = {
    ...run.state,
    flow: { ...rest, ...(isAwaited || !waiting ? {} : { waiting }), calls },
  };
  run.effects.push({ type: "changed", action: input.action, what: "call" });
  if (isAwaited) run.resume(input.action, input.result);
  return null;
}

function receive(run: Run, input: Input): Refusal {
  const { definition, state, mover } = run;
  if (mover.side !== "system" && ["time", "event", "answer", "continue"].includes(input.kind))
    return REFUSED;
  switch (input.kind) {
    case "start":
      return enter(run, definition.start, "start");
    case "move":
      return onMove(run, input);
    case "time":
      return onTime(run, input);
    case "form":
    case "comment":
      return onForm(run, input);
    case "event": {
      const transition = started(run, (on) => on.by === "event" && on.event === input.event);
      return transition ? take(run, transition) : REFUSED;
    }
    case "answer":
      return onAnswer(run, input);
    case "continue":
      if (input.arrival !== state.flow.arrival) return STALE;
      return enter(run, input.to, "continue");
  }
}

/** What this does to a request: its state after it, and all that has to be done besides. Pure, and it always ends. */
export function interpret(
  definition: Definition,
  state: State,
  input: Input,
  mover: Mover,
  world: World,
): Outcome {
  const run = new Run(definition, state, mover, world);
  try {
    const refusal = receive(run, input);
    if (refusal) return refusal;
  } catch (error) {
    if (!(error instanceof Endless)) throw error;
    return { ok: false, why: "loop", through: run.through.slice(0, 10) };
  }
  if (run.state.flow.arrival !== state.flow.arrival) run.arm();
  return { ok: true, state: run.state, effects: run.effects };
}
