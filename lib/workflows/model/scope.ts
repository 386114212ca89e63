import type { Scope } from "@/lib/expressions/model";
import { evaluate, isTrue } from "@/lib/expressions/model";
import type { Expression } from "@/lib/expressions/schemas";
import type { Source } from "../schemas/words";
import type { State, World } from "./state";

const lyon = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Paris",
  dateStyle: "short",
  timeStyle: "short",
});

/** `2027-03-01T14:05`, the time of Lyon. */
export const momentOf = (date: Date) => lyon.format(date).replace(" ", "T");

const optional = (date: Date | null) => (date ? momentOf(date) : null);

/** What the expressions of a workflow see: see README.md. */
export function scopeOf(state: State, world: World, item?: unknown): Scope {
  const { flow, facts } = state;
  const now = momentOf(world.now);
  const seen: Record<string, unknown> = {
    ...facts,
    request: {
      ...(facts.request as Record<string, unknown> | undefined),
      status: state.status,
      phase: state.phase,
      previous: flow.previous ?? null,
      reason: state.reason,
      priority: state.priority,
      comment: flow.comment ?? null,
      submitted: optional(state.submittedAt),
      deadline: optional(state.deadlineAt),
    },
    internal: flow.internal,
    forms: flow.forms,
    calls: flow.calls,
    ...(item === undefined ? {} : { item }),
  };
  return {
    today: now.slice(0, 10),
    now,
    filters: world.filters,
    find: (name) => (Object.hasOwn(seen, name) ? seen[name] : undefined),
  };
}

export const holds = (when: Expression | undefined, scope: Scope) =>
  when === undefined || isTrue(when, scope);

export const valueIn = (source: Source, scope: Scope, { render }: World): unknown =>
  source.kind === "computed" ? evaluate(source.expression, scope) : render(source.words, scope);
