import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WORKFLOWS } from "@/db/seed/workflows";
import { isClosed, OPEN_STATUSES, STATUSES, type Status } from "@/lib/requests/model";
import { move, moves } from "./model";
import { ACTORS_OF_MOVES, faultsOf, type Transition, workflowDefinition } from "./schemas";

const transition = (values: Partial<Transition>): Transition => ({
  id: "go",
  label: "Aller",
  from: ["draft"],
  to: "submitted",
  by: "resident",
  asks: "nothing",
  ...values,
});

const SOUND = [
  transition({ id: "submit" }),
  transition({ id: "close", from: ["submitted"], to: "closed", by: "agent" }),
];

test("a sound definition has no fault", () => expect(faultsOf({ transitions: SOUND })).toEqual([]));

test.for<[string, Transition[]]>([
  ["go: named twice", [...SOUND, transition({}), transition({})]],
  [
    "received: cannot be reached",
    [...SOUND, transition({ from: ["received"], to: "closed", by: "agent" })],
  ],
  [
    "in_review: leads to no final status",
    [...SOUND, transition({ from: ["submitted"], to: "in_review", by: "agent" })],
  ],
  [
    "go: leaves a final status",
    [...SOUND, transition({ from: ["closed"], to: "submitted", by: "agent" })],
  ],
  ["go: goes back to the draft", [...SOUND, transition({ from: ["submitted"], to: "draft" })]],
  ["go: sends a draft in the resident's name", [...SOUND, transition({ by: "agent" })]],
  [
    "go: waits for the resident, asks nothing",
    [...SOUND, transition({ from: ["submitted"], to: "awaiting_resident", by: "agent" })],
  ],
  [
    "go: refuses without a reason",
    [...SOUND, transition({ from: ["submitted"], to: "refused", by: "agent" })],
  ],
  ["go: answers no question", [...SOUND, transition({ from: ["submitted"], asks: "answer" })]],
  [
    "go: asks a question, does not wait",
    [...SOUND, transition({ from: ["submitted"], to: "closed", asks: "question" })],
  ],
])("says « %s »", ([fault, transitions]) => {
  expect(faultsOf({ transitions })).toContain(fault);
  expect(workflowDefinition.safeParse({ transitions }).success).toBe(false);
});

const asksFor = (to: Status) => {
  if (to === "refused") return "reason";
  return to === "awaiting_resident" ? "question" : "nothing";
};

const anyTransitions = fc.uniqueArray(
  fc
    .record({
      id: fc.stringMatching(/^[a-z]{1,6}$/),
      from: fc.uniqueArray(fc.constantFrom(...OPEN_STATUSES), { minLength: 1, maxLength: 3 }),
      to: fc.constantFrom(...STATUSES.slice(1)),
      by: fc.constantFrom(...ACTORS_OF_MOVES),
    })
    .map((values) => transition({ ...values, asks: asksFor(values.to) })),
  { selector: (t) => t.id, minLength: 1, maxLength: 8 },
);

/** Makes the moves that these numbers choose, from a draft, and returns the statuses gone through. */
function walk(transitions: Transition[], choices: number[]) {
  const statuses: Status[] = ["draft"];
  for (const choice of choices) {
    const status = statuses.at(-1) ?? "draft";
    const open = ACTORS_OF_MOVES.flatMap((by) => moves({ transitions }, status, by));
    const next = open[choice % Math.max(1, open.length)];
    if (next) statuses.push(next.to);
  }
  return statuses;
}

const choices = fc.array(fc.nat(20), { maxLength: 12 });

describe("whatever is clicked", () => {
  test("an accepted definition never leaves a final status nor meets a dead end", () => {
    let accepted = 0;
    const sound = (transitions: Transition[]) =>
      workflowDefinition.safeParse({ transitions }).success;
    const check = (transitions: Transition[], picks: number[]) => {
      if (!sound(transitions)) return;
      accepted++;
      const statuses = walk(transitions, picks);
      const last = statuses.at(-1) ?? "draft";
      const open = ACTORS_OF_MOVES.flatMap((by) => moves({ transitions }, last, by));
      expect(statuses.slice(0, -1).some(isClosed)).toBe(false);
      expect(open.length === 0).toBe(isClosed(last));
    };
    fc.assert(
      fc.property(anyTransitions, choices, (more, picks) => check([...SOUND, ...more], picks)),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  test.for(Object.entries(WORKFLOWS))("%s ends, and stays ended", ([, { definition }]) => {
    fc.assert(
      fc.property(choices, (picks) => {
        const statuses = walk(definition.transitions, picks);
        return !statuses.slice(0, -1).some(isClosed);
      }),
    );
  });
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
  expect(moves(definition, status, by).map((t) => t.id)).toEqual(ids);
});

test("nobody makes another's move", () => {
  const { definition } = WORKFLOWS.instruction;
  expect(move(definition, "in_review", "accept", "resident")).toBeUndefined();
  expect(move(definition, "received", "accept", "agent")).toBeUndefined();
  expect(move(definition, "in_review", "accept", "agent")?.to).toBe("accepted");
});
