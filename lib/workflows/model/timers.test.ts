import { expect, test } from "vitest";
import {
  agentMover,
  define,
  plus,
  ref,
  residentMover,
  systemMover,
  unsent,
  type Way,
  way,
  worldAt,
} from "@/db/test/flows";
import { interpret } from "./interpret";
import type { Effect, State } from "./state";

type Time = Extract<Way["on"], { by: "time" }>;
const NOW = "2027-03-01T09:00:00Z";
const late = (on: Omit<Time, "by">, more: Partial<Way> = {}) =>
  plus({ transitions: [way("late", ["sent"], "done", { on: { by: "time", ...on }, ...more })] });

type Input = Parameters<typeof define>[0];
const start = (input: Input, state = unsent(), now = NOW) => {
  const outcome = interpret(define(input), state, { kind: "start" }, residentMover, worldAt(now));
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome;
};
const timers = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.type === "timer" ? [effect.at.toISOString()] : []));
const fire = (input: Input, state: State, now: string, arrival = state.flow.arrival) =>
  interpret(
    define(input),
    state,
    { kind: "time", transition: "late", arrival },
    systemMover,
    worldAt(now),
  );

test.for<[string, Omit<Time, "by">, string]>([
  ["in minutes", { after: { amount: 20, unit: "minutes" } }, "2027-03-01T09:20:00.000Z"],
  ["in hours", { after: { amount: 2, unit: "hours" } }, "2027-03-01T11:00:00.000Z"],
  [
    "in days, over the change of hour",
    { after: { amount: 30, unit: "days" } },
    "2027-03-31T08:00:00.000Z",
  ],
  ["in months", { after: { amount: 1, unit: "months" } }, "2027-04-01T08:00:00.000Z"],
  // Easter Monday is 29 March 2027.
  [
    "in working days, over Easter",
    { after: { amount: 20, unit: "working-days" } },
    "2027-03-30T08:00:00.000Z",
  ],
  [
    "since the sending",
    { after: { amount: 1, unit: "days" }, since: { from: "submission" } },
    "2027-03-02T09:00:00.000Z",
  ],
  [
    "since the deadline",
    { after: { amount: 0, unit: "days" }, since: { from: "deadline" } },
    "2027-04-30T21:59:59.000Z",
  ],
  [
    "since a date that is answered",
    { after: { amount: 1, unit: "days" }, since: { from: "date", date: ref("jour") } },
    "2027-06-10T22:00:00.000Z",
  ],
  [
    "that is computed",
    { after: { amount: ref("delai"), unit: "days" } },
    "2027-03-16T09:00:00.000Z",
  ],
])("%s", ([, on, at]) => {
  const { effects } = start(late(on), unsent({ jour: "2027-06-10", delai: "15" }));
  expect(timers(effects)).toEqual([at]);
});

test("that cannot be told is not waited for", () => {
  for (const amount of [ref("nothing"), ref("word"), ref("less")])
    expect(
      timers(
        start(late({ after: { amount, unit: "days" } }), unsent({ word: "x", less: -1 })).effects,
      ),
    ).toEqual([]);
  expect(
    timers(start(late({ after: { amount: 1, unit: "days" }, since: { from: "end" } })).effects),
  ).toEqual([]);
});

test("is over: the request moves, by the system only", () => {
  const input = late({ after: { amount: 1, unit: "days" } });
  const { state } = start(input);
  expect(fire(input, state, "2027-03-02T09:00:00Z")).toMatchObject({
    ok: true,
    state: { status: "done" },
  });
  const byAgent = interpret(
    define(input),
    state,
    { kind: "time", transition: "late", arrival: 1 },
    agentMover,
    worldAt("2028-01-01T00:00:00Z"),
  );
  expect(byAgent).toEqual({ ok: false, why: "refused" });
});

test("fires too early: it is set again, for the right time", () => {
  const input = late({ after: { amount: 1, unit: "days" } });
  const outcome = fire(input, start(input).state, "2027-03-01T10:00:00Z");
  expect(outcome).toMatchObject({ ok: true, state: { status: "sent" } });
  expect(outcome.ok && timers(outcome.effects)).toEqual(["2027-03-02T09:00:00.000Z"]);
});

test("whose condition does not hold yet looks again an hour later", () => {
  const input = late({ after: { amount: 1, unit: "days" } }, { when: ref("ready") });
  const outcome = fire(input, start(input).state, "2027-03-03T09:00:00Z");
  expect(outcome.ok && timers(outcome.effects)).toEqual(["2027-03-03T10:00:00.000Z"]);
});

test("of a status that was left, even come back to, is out of date", () => {
  const input = late({ after: { amount: 1, unit: "days" } });
  const { state } = start(input);
  expect(fire(input, state, "2027-04-01T09:00:00Z", 0)).toEqual({ ok: false, why: "stale" });
  const gone = interpret(
    define(input),
    state,
    { kind: "move", transition: "take" },
    agentMover,
    worldAt(NOW),
  );
  expect(gone.ok && fire(input, gone.state, "2027-04-01T09:00:00Z", 1)).toEqual({
    ok: false,
    why: "stale",
  });
});

test("of a paused clock waits for it to run again", () => {
  const input = late({ after: { amount: 0, unit: "days" }, since: { from: "deadline" } });
  const paused = { ...start(input).state, pausedAt: new Date(NOW) };
  expect(fire(input, paused, "2028-01-01T00:00:00Z")).toEqual({ ok: false, why: "stale" });
});
