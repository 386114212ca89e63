import type { Scope } from "@/lib/expressions/model";
import type { Action, ActionOf } from "../schemas/actions";
import type { Holder } from "../schemas/actions/change";
import type { Holders } from "./flow";
import { scopeOf, valueIn } from "./scope";
import type { Effect, Mover, State, World } from "./state";

type Done = { state: State; effects: Effect[] };
/** Actions that neither move the request nor wait: what they leave of it, and what has to be done besides. */
type Simple = Exclude<Action, ActionOf<"jump" | "call" | "delete">>;

/** Each field sees those before it. */
function setAll(state: State, action: ActionOf<"set">, world: World, item?: unknown): State {
  const internal = { ...state.flow.internal };
  const after = { ...state, flow: { ...state.flow, internal } };
  for (const { field, value } of action.fields)
    internal[field] = valueIn(value, scopeOf(after, world, item), world);
  return after;
}

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

/** Ids of whoever this is; nobody when that leads nowhere. */
function holdersOf(to: Holder, { flow }: State, mover: Mover, scope: Scope, world: World): Holders {
  const one = (agent: string | null, unit: string | null = null) => ({
    agents: agent ? [agent] : [],
    units: unit ? [unit] : [],
  });
  switch (to.kind) {
    case "nobody":
      return one(null);
    case "actor":
      return one(mover.agentId ?? null);
    case "agent":
      return one(text(valueIn(to.agent, scope, world)));
    case "unit":
      return one(null, text(valueIn(to.unit, scope, world)));
    case "function":
      return flow.functions[to.function] ?? one(null);
  }
}

function appoint(state: State, action: ActionOf<"appoint">, found: Holders): Done {
  const before = state.flow.functions[action.function] ?? { agents: [], units: [] };
  const holders = action.isAdded
    ? {
        agents: [...new Set([...before.agents, ...found.agents])],
        units: [...new Set([...before.units, ...found.units])],
      }
    : found;
  const functions = { ...state.flow.functions, [action.function]: holders };
  return {
    state: { ...state, flow: { ...state.flow, functions } },
    effects: [{ type: "appointed", action: action.id, function: action.function, holders }],
  };
}

function assign(state: State, { id }: ActionOf<"assign">, { agents, units }: Holders): Done {
  const [unit] = units;
  return {
    state: { ...state, assigneeId: agents[0] ?? null },
    effects: [
      { type: "changed", action: id, what: "assign" },
      ...(unit ? [{ type: "handed", action: id, unit } as const] : []),
    ],
  };
}

/** Does one action to the request's own state, and says what is left to do outside. */
export function act(
  state: State,
  action: Simple,
  { mover, world, item }: { mover: Mover; world: World; item?: unknown },
): Done {
  const scope = scopeOf(state, world, item);
  const changed = (after: Partial<State>): Done => ({
    state: { ...state, ...after },
    effects: [{ type: "changed", action: action.id, what: action.type }],
  });
  switch (action.type) {
    case "notice":
    case "mail":
    case "sms":
    case "notification":
      return { state, effects: [{ type: "told", action: action.id, said: action }] };
    case "write": {
      const body = world.render(action.words, scope);
      return { state, effects: [{ type: "written", action: action.id, to: action.to, body }] };
    }
    case "set":
      return changed(setAll(state, action, world, item));
    case "reason":
      return changed({ reason: world.render(action.words, scope) });
    case "priority":
      return changed({ priority: action.priority });
    case "assign":
      return assign(state, action, holdersOf(action.to, state, mover, scope, world));
    case "appoint":
      return appoint(state, action, holdersOf(action.to, state, mover, scope, world));
    case "document":
    case "request":
    case "card":
      return { state, effects: [{ type: "made", action: action.id, made: action }] };
    case "anonymise":
      return {
        state,
        effects: [{ type: "anonymised", action: action.id, keepsAccount: action.keepsAccount }],
      };
    case "redirect": {
      const url = world.render(action.url, scope, "url");
      return { state, effects: [{ type: "redirected", action: action.id, url }] };
    }
  }
}
