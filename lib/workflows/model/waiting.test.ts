import { describe, expect, test } from "vitest";
import {
  agentMover,
  changed,
  define,
  jump,
  move,
  NOW,
  play,
  plus,
  ref,
  residentMover,
  sent,
  status,
  systemMover,
  way,
  worldAt,
} from "@/db/test/flows";
import type { WorkflowInput } from "../schemas/shape";
import { interpret } from "./interpret";
import type { Input } from "./state";

describe("a web service", () => {
  const call = {
    type: "call" as const,
    id: "pay",
    method: "POST" as const,
    url: ["https://pay.example"],
  };
  const input = changed("study", {
    onEnter: [
      { ...call, failures: { failed: { do: "jump", to: "sent" }, network: { do: "stop" } } },
      jump("paid", "done", ref("calls.pay.answer.ok")),
    ],
  });
  const answer = (result: object, arrival = 2): Input => ({
    kind: "answer",
    action: "pay",
    arrival,
    result: { status: 200, failure: null, answer: null, ...result },
  });
  const waiting = () => play(input, sent(input), move("take"));

  test("is called once it is entered, and the rest waits", () => {
    const { state, effects } = waiting();
    expect(state).toMatchObject({ status: "study", flow: { waiting: "pay" } });
    expect(effects.at(-1)).toEqual({ type: "called", action: "pay", arrival: 2 });
  });

  test.for<[string, object, string]>([
    ["goes on with its answer", { answer: { ok: true } }, "done"],
    ["stays when nothing more holds", { answer: { ok: false } }, "study"],
    ["goes where a failure leads", { status: 500, failure: "failed" }, "sent"],
    ["stops at a failure that stops", { status: null, failure: "network" }, "study"],
    ["goes on after a failure of no consequence", { status: 404, failure: "refused" }, "study"],
  ])("%s", ([, result, expected]) => {
    const { state } = play(input, waiting().state, answer(result), systemMover);
    expect(state.status).toBe(expected);
    expect(state.flow.waiting).toBeUndefined();
  });

  test("answers too late: noted, and nothing moves; answers twice: done once", () => {
    const gone = play(input, waiting().state, move("end")).state;
    const late = play(input, gone, answer({ answer: { ok: true } }), systemMover);
    expect(late.state).toMatchObject({
      status: "done",
      flow: { calls: { pay: { answer: { ok: true } } } },
    });
    const once = play(input, waiting().state, answer({ answer: { ok: true } }), systemMover).state;
    expect(play(input, once, answer({ answer: { ok: true } }), systemMover).effects).toHaveLength(
      1,
    );
  });

  test("is answered by the system only", () => {
    expect(() => play(input, waiting().state, answer({}))).toThrow("refused");
  });
});

test("an applicant decides nothing: the worker does", () => {
  const input = plus({ transitions: [way("stop", ["sent"], "done", { on: { by: "resident" } })] });
  const { state, effects } = play(input, sent(input), move("stop"), residentMover);
  expect(state.status).toBe("sent");
  expect(effects).toEqual([{ type: "deferred", to: "done", arrival: 1 }]);
  const decided = play(input, state, { kind: "continue", to: "done", arrival: 1 }, systemMover);
  expect(decided.state.status).toBe("done");
  const twice = interpret(
    define(input),
    decided.state,
    { kind: "continue", to: "done", arrival: 1 },
    systemMover,
    worldAt(NOW),
  );
  expect(twice).toEqual({ ok: false, why: "stale" });
});

test("a loop whose conditions always hold is cut, and says where it turned", () => {
  const input: WorkflowInput = {
    ...plus({
      statuses: [
        status("ping", "in_review", { onEnter: [jump("a", "pong", ref("x"))] }),
        status("pong", "in_review", { onEnter: [jump("b", "ping", ref("x"))] }),
      ],
      transitions: [
        way("play", ["sent"], "ping"),
        way("out", ["ping", "pong"], "done", { label: "Out" }),
      ],
    }),
  };
  const start = sent(input, { x: true });
  const outcome = interpret(define(input), start, move("play"), agentMover, worldAt(NOW));
  expect(outcome).toMatchObject({
    ok: false,
    why: "loop",
    through: expect.arrayContaining(["ping", "pong"]),
  });
});

describe("a sub-form", () => {
  const input: WorkflowInput = plus({
    statuses: [
      status("asked", "awaiting_resident", {
        panels: [
          {
            type: "form",
            id: "iban",
            by: ["resident"],
            label: "Votre IBAN",
            fields: [{ id: "compte", label: "IBAN", type: "text" }],
          },
        ],
      }),
    ],
    transitions: [
      way("need", ["sent"], "asked"),
      way("given", ["asked"], "study", {
        on: { by: "form", panel: "iban" },
        when: ref("forms.iban.compte"),
      }),
    ],
  });
  const form = (values: object): Input => ({ kind: "form", panel: "iban", values: { ...values } });

  test("is sent by whom it is asked, kept, and moves the request", () => {
    const asked = play(input, sent(input), move("need")).state;
    expect(asked.pausedAt).not.toBeNull();
    expect(() => play(input, asked, form({ compte: "FR76" }), agentMover)).toThrow("refused");
    const { state } = play(input, asked, form({ compte: "FR76" }), residentMover);
    expect(state).toMatchObject({ status: "study", flow: { forms: { iban: { compte: "FR76" } } } });
    expect(play(input, asked, form({}), residentMover).state.status).toBe("asked");
    expect(() => play(input, state, form({ compte: "x" }), residentMover)).toThrow("refused");
  });
});
