import fc from "fast-check";
import { expect, test } from "vitest";
import {
  agentMover,
  define,
  faults,
  NOW,
  plus,
  ref,
  residentMover,
  status,
  systemMover,
  unsent,
  type Way,
  worldAt,
} from "@/db/test/flows";
import { isClosed } from "@/lib/requests/model";
import type { WorkflowInput } from "../schemas/shape";
import { interpret } from "./interpret";
import { MOST_STEPS } from "./run";
import type { Input, Mover, State } from "./state";

const IDS = ["sent", "study", "done", "alpha", "beta", "gamma"] as const;
const OPEN_IDS = ["sent", "study", "alpha", "beta"] as const;
const PHASES = {
  alpha: "in_review",
  beta: "received",
  gamma: "accepted",
} as const;
const id = fc.constantFrom(...IDS);
const condition = fc.option(
  fc.constantFrom("x", "y", "internal.note", "request.previous").map(ref),
  { nil: undefined },
);

const trigger: fc.Arbitrary<Way["on"]> = fc.oneof(
  fc.constantFrom<Way["on"]>({ by: "agent" }, { by: "resident" }),
  fc.constantFrom("paid", "kept").map((event) => ({ by: "event" as const, event })),
  fc.nat(3).map((amount) => ({ by: "time" as const, after: { amount, unit: "days" as const } })),
);

type Act = NonNullable<WorkflowInput["statuses"][number]["onEnter"]>[number];
const act = fc
  .tuple(condition, id, fc.constantFrom("jump", "set", "call", "write", "delete"))
  .map(([when, to, type]) => ({ type, to, ...(when ? { when } : {}) }));

const named = (acts: readonly { type: string; to: string }[], prefix: string) =>
  acts.map(({ type, to, ...when }, i) => {
    const common = { id: `${prefix}-${i}`, ...when };
    const all: Record<string, Act> = {
      jump: { type: "jump", to, ...common },
      set: {
        type: "set",
        fields: [{ field: "note", value: { kind: "text", words: [to] } }],
        ...common,
      },
      call: {
        type: "call",
        method: "GET",
        url: ["https://a.example"],
        failures: { failed: { do: "jump", to } },
        ...common,
      },
      write: { type: "write", to: ["agents"], words: [to], ...common },
      delete: { type: "delete", ...common },
    };
    return all[type] as Act;
  });

const someActs = fc.array(act, { maxLength: 3 });
const anyWay = fc.record({
  from: fc.array(fc.constantFrom(...OPEN_IDS), { minLength: 1, maxLength: 3 }),
  to: fc.option(id, { nil: undefined }),
  on: trigger,
  when: condition,
  acts: someActs,
});

/** Each of its three statuses is entered from the first one; the open ones lead to the end. */
const around: Way[] = [
  ...Object.keys(PHASES).map((to) => ({ id: `to-${to}`, from: ["sent"], to })),
  { id: "out", from: ["alpha", "beta"], to: "done" },
].map((way) => ({ ...way, label: way.id, on: { by: "agent" } }));

const anyFlow: fc.Arbitrary<WorkflowInput> = fc
  .tuple(fc.tuple(someActs, someActs), fc.array(anyWay, { minLength: 1, maxLength: 6 }))
  .map(([[alpha, beta], ways]) => ({
    ...plus({
      statuses: Object.entries(PHASES).map(([name, phase], i) =>
        status(name, phase, { onEnter: named([alpha, beta, []][i] ?? [], name) }),
      ),
      transitions: [
        ...around,
        ...ways.map(({ to, acts, when, ...way }, i) => ({
          ...way,
          id: `way-${i}`,
          label: `Way ${i}`,
          ...(to ? { to } : {}),
          ...(when ? { when } : {}),
          actions: named(acts, `way-${i}`),
        })),
      ],
    }),
    fields: [{ id: "note", label: "Note", type: "text" }],
  }));

const MOVERS: Mover[] = [agentMover, residentMover, systemMover];
const anyStep = fc.record({
  what: fc.nat(3),
  which: fc.nat(12),
  mover: fc.constantFrom(...MOVERS),
  isFailed: fc.boolean(),
  days: fc.nat(5),
});
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

function inputOf({ what, which, isFailed }: Step, state: State, input: WorkflowInput): Input {
  const transition = input.transitions?.[which % input.transitions.length]?.id ?? "";
  const arrival = state.flow.arrival;
  if (what === 0) return { kind: "move", transition };
  if (what === 1) return { kind: "time", transition, arrival };
  if (what === 2) return { kind: "event", event: which % 2 ? "paid" : "kept" };
  const result = {
    status: 200,
    failure: isFailed ? ("failed" as const) : null,
    answer: { ok: true },
  };
  return { kind: "answer", action: state.flow.waiting ?? "none", arrival, result };
}

/** Every state that these steps lead to, from its sending. */
function walk(input: WorkflowInput, steps: readonly Step[], facts: object) {
  const definition = define(input);
  const begun = interpret(
    definition,
    unsent({ ...facts }),
    { kind: "start" },
    residentMover,
    worldAt(NOW),
  );
  const states = begun.ok ? [begun.state] : [];
  let now = Date.parse(NOW);
  for (const step of steps) {
    const state = states.at(-1);
    if (!state) break;
    now += step.days * 86_400_000;
    const before = JSON.stringify(state);
    const what = inputOf(step, state, input);
    const run = () =>
      interpret(definition, state, what, step.mover, worldAt(new Date(now).toISOString()));
    const outcome = run();
    expect(run(), "the same again").toEqual(outcome);
    expect(JSON.stringify(state), "nothing is written over").toBe(before);
    if (!outcome.ok) continue;
    expect(outcome.effects.filter(({ type }) => type === "moved").length).toBeLessThanOrEqual(
      MOST_STEPS,
    );
    expect(outcome.effects.filter(({ type }) => type === "called").length).toBeLessThanOrEqual(1);
    states.push(outcome.state);
  }
  return states;
}

test("whatever happens, a sound workflow rests, says the same twice, and what is over stays over", () => {
  let [sound, moved] = [0, 0];
  const check = (input: WorkflowInput, steps: Step[], facts: object) => {
    if (faults(input).length > 0) return;
    sound += 1;
    const states = walk(input, steps, facts);
    const phases = states.map(({ phase }) => phase);
    const end = phases.findIndex(isClosed);
    if (end >= 0) expect(phases.slice(end).every(isClosed)).toBe(true);
    moved += new Set(states.map(({ flow }) => flow.arrival)).size - 1;
  };
  const facts = fc.record({ x: fc.boolean(), y: fc.boolean() });
  fc.assert(fc.property(anyFlow, fc.array(anyStep, { maxLength: 15 }), facts, check), {
    numRuns: 300,
  });
  expect(sound, "definitions that were sound").toBeGreaterThan(20);
  expect(moved, "moves that were made").toBeGreaterThan(20);
});
