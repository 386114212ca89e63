import { expect, test } from "vitest";
import {
  agentMover,
  changed,
  define,
  FIELDS,
  jump,
  move,
  NOW,
  play,
  plus,
  ref,
  residentMover,
  SOUND,
  sent,
  set,
  status,
  systemMover,
  way,
  worldAt,
} from "@/db/test/flows";
import type { WorkflowInput } from "../schemas/shape";
import { interpret } from "./interpret";
import type { Mover } from "./state";

test("enters, moves and ends: status, phase, clock and events", () => {
  const start = sent(SOUND);
  expect(start).toMatchObject({ status: "sent", phase: "submitted", flow: { arrival: 1 } });
  const { state, effects } = play(SOUND, start, move("take"));
  expect(state).toMatchObject({
    status: "study",
    phase: "in_review",
    flow: { arrival: 2, previous: "sent" },
  });
  expect(effects).toEqual([
    { type: "moved", from: "sent", to: "study", phase: "in_review", by: "take" },
  ]);
  const over = play(SOUND, state, move("end")).state;
  expect(over).toMatchObject({ phase: "closed", closedAt: new Date(NOW), pausedAt: null });
});

test.for<[string, Mover]>([
  ["end", agentMover],
  ["take", residentMover],
  ["take", systemMover],
  ["nothing", agentMover],
])("is not moved by « %s » from there, or by them", ([transition, mover]) => {
  const outcome = interpret(define(SOUND), sent(SOUND), move(transition), mover, worldAt(NOW));
  expect(outcome).toEqual({ ok: false, why: "refused" });
});

test("stops its clock where the workflow says so, and moves the deadline by that time", () => {
  const pausing = changed("study", { pauses: true });
  const studied = play(pausing, sent(pausing), move("take")).state;
  expect(studied.pausedAt).toEqual(new Date(NOW));
  const back = plus({ transitions: [way("back", ["study"], "sent")] });
  const resumed = play(
    { ...back, statuses: pausing.statuses },
    studied,
    move("back"),
    agentMover,
    "2027-03-03T09:00:00Z",
  ).state;
  expect(resumed).toMatchObject({ pausedAt: null, deadlineAt: new Date("2027-05-02T21:59:59Z") });
});

test("are done in order: leaving, with the transition before, entering; a later one sees the earlier", () => {
  const input: WorkflowInput = {
    ...SOUND,
    ...FIELDS,
    statuses: [
      status("sent", "submitted", { onLeave: [set("left", "note", "left")] }),
      status("study", "in_review", {
        onEnter: [
          jump("skip", "done", {
            op: "==",
            left: ref("internal.note"),
            right: { op: "value", value: "left" },
          }),
        ],
      }),
      status("done", "closed"),
    ],
    transitions: [
      way("take", ["sent"], "study", { actions: [set("with", "note", "with")] }),
      way("end", ["study"], "done"),
    ],
  };
  const { state, effects } = play(input, sent(input), move("take"));
  expect(state).toMatchObject({
    status: "done",
    flow: { internal: { note: "left" }, previous: "study" },
  });
  expect(effects.map((effect) => ("action" in effect ? effect.action : effect.type))).toEqual([
    "with",
    "left",
    "moved",
    "moved",
  ]);
});

test("are not done when their condition does not hold", () => {
  const input = changed("study", { onEnter: [{ ...jump("go", "done", ref("urgent")) }] });
  expect(play(input, sent(input), move("take")).state.status).toBe("study");
  expect(play(input, sent(input, { urgent: true }), move("take")).state.status).toBe("done");
});

test("of a global action leave the request where it is", () => {
  const input = {
    ...plus({
      transitions: [way("note", "any", undefined, { actions: [set("n", "note", "vu")] })],
    }),
    ...FIELDS,
  };
  const { state } = play(input, sent(input), move("note"));
  expect(state).toMatchObject({ status: "sent", flow: { arrival: 1, internal: { note: "vu" } } });
});

test("appoint somebody, whose buttons appear", () => {
  const input = {
    ...plus({
      transitions: [
        way("name", ["sent"], undefined, {
          actions: [{ type: "appoint", id: "a", function: "expert", to: { kind: "actor" } }],
        }),
        way("judge", ["sent"], "study", { on: { by: "agent", only: ["expert"] } }),
      ],
    }),
    functions: [{ id: "expert", label: "Expert" }],
  };
  const { state } = play(input, sent(input), move("name"));
  expect(state.flow.functions).toEqual({ expert: { agents: ["karim"], units: [] } });
  expect(() => play(input, state, move("judge"))).toThrow("refused");
  const expert = { ...agentMover, audiences: ["agents", "expert"] };
  expect(play(input, state, move("judge"), expert).state.status).toBe("study");
});

test("for each item see the item, then go on", () => {
  const input: WorkflowInput = {
    ...changed("study", {
      each: { items: ref("enfants"), to: "done" },
      onEnter: [
        {
          type: "set",
          id: "s",
          fields: [{ field: "note", value: { kind: "computed", expression: ref("item") } }],
        },
      ],
    }),
    ...FIELDS,
  };
  const { state, effects } = play(input, sent(input, { enfants: ["Inès", "Tom"] }), move("take"));
  expect(state).toMatchObject({ status: "done", flow: { internal: { note: "Tom" } } });
  expect(effects.filter(({ type }) => type === "changed")).toHaveLength(2);
});
