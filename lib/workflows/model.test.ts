import fc from "fast-check";
import { expect, test } from "vitest";
import { WORKFLOWS } from "@/db/seed/workflows";
import { agentMover, NOW, residentMover, systemMover, unsent, worldAt } from "@/db/test/flows";
import { isClosed, type Status } from "@/lib/requests/model";
import { asked, interpret, labelOf, moves, type State, statusIn } from "./model";
import type { WorkflowDefinition } from "./schemas";

const world = worldAt(NOW);
const MOVERS = { resident: residentMover, agent: agentMover, system: systemMover };

const inStatus = (status: Status): State => ({
  ...unsent(),
  status,
  phase: status as State["phase"],
  flow: { ...unsent().flow, arrival: 1 },
});

/** Presses the buttons that these numbers choose, and returns the phases gone through. */
function walk(definition: WorkflowDefinition, choices: readonly number[]) {
  const start = interpret(definition, unsent(), { kind: "start" }, residentMover, world);
  const states = start.ok ? [start.state] : [];
  for (const choice of choices) {
    const state = states.at(-1);
    if (!state) break;
    const open = Object.values(MOVERS).flatMap((mover) =>
      moves(definition, state, mover, world).map(({ id }) => ({ id, mover })),
    );
    const next = open[choice % Math.max(1, open.length)];
    if (!next) break;
    const input = { kind: "move", transition: next.id } as const;
    const moved = interpret(definition, state, input, next.mover, world);
    if (moved.ok) states.push(moved.state);
  }
  return states.map(({ phase }) => phase);
}

test.for(Object.entries(WORKFLOWS))("%s ends, and stays ended", ([, { definition }]) => {
  let ended = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 12 }), (choices) => {
      const phases = walk(definition, choices);
      if (phases.some(isClosed)) ended += 1;
      return !phases.slice(0, -1).some(isClosed);
    }),
  );
  expect(ended).toBeGreaterThan(10);
});

test.for([
  ["received", "agent", ["take", "ask", "close"]],
  ["in_review", "agent", ["accept", "ask", "refuse", "close"]],
  ["awaiting_resident", "agent", ["resume", "close"]],
  ["awaiting_resident", "resident", ["withdraw", "answer"]],
  ["accepted", "agent", []],
  ["cancelled", "resident", []],
] as const)("in %s, the %s may %o", ([status, by, ids]) => {
  const { definition } = WORKFLOWS.instruction;
  const open = moves(definition, inStatus(status), MOVERS[by], world);
  expect(open.map(({ id }) => id)).toEqual(ids);
});

test("nobody makes another's move", () => {
  const { definition } = WORKFLOWS.instruction;
  const press = (mover: typeof agentMover, status: Status) =>
    interpret(definition, inStatus(status), { kind: "move", transition: "accept" }, mover, world);
  expect(press(residentMover, "in_review")).toEqual({ ok: false, why: "refused" });
  expect(press(agentMover, "received")).toEqual({ ok: false, why: "refused" });
  expect(press(agentMover, "in_review")).toMatchObject({ ok: true, state: { phase: "accepted" } });
});

test("a request from before its workflow had statuses is in the first one of its phase", () => {
  const { definition } = WORKFLOWS.instruction;
  expect(statusIn(definition, { statusId: null, status: "in_review" })?.id).toBe("in_review");
  expect(labelOf(definition, { statusId: null, status: "refused" }, "resident")).toBe("Refusée");
});

test("only buttons ask for words", () => {
  const { transitions } = WORKFLOWS.instruction.definition;
  const asking = transitions.flatMap((one) => (asked(one) === "nothing" ? [] : [one.id]));
  expect(asking).toEqual(["ask", "answer", "refuse", "close"]);
});
