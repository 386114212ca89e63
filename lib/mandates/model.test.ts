import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canMove,
  DURATIONS,
  ENDINGS,
  type Ending,
  endOf,
  isInForce,
  MANDATE_LABELS,
  MANDATE_STATUSES,
  sideOf,
} from "./model";
import { canActUnder, canAnswer, canEnd } from "./policy";

const DAY_MS = 86_400_000;
const instant = fc.date({
  min: new Date("2026-01-01T00:00:00Z"),
  max: new Date("2040-01-01T00:00:00Z"),
  noInvalidDate: true,
});

describe("how long it lasts", () => {
  test.for([
    ["day", "2026-11-22T10:00:00Z", "2026-11-23T10:00:00Z"],
    ["quarter", "2026-11-22T10:00:00Z", "2027-02-22T10:00:00Z"],
    ["quarter", "2026-11-30T10:00:00Z", "2027-02-28T10:00:00Z"],
    ["year", "2026-11-22T10:00:00Z", "2027-11-22T10:00:00Z"],
    ["year", "2028-02-29T10:00:00Z", "2029-02-28T10:00:00Z"],
  ] as const)("%s from %s: until %s", ([duration, from, until]) => {
    expect(endOf(duration, new Date(from)).toISOString()).toBe(new Date(until).toISOString());
  });

  test("whenever it is accepted, it ends later, and within a year and a day", () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...DURATIONS), (from, duration) => {
        const lasts = endOf(duration, from).getTime() - from.getTime();
        expect(lasts).toBeGreaterThanOrEqual(DAY_MS);
        expect(lasts).toBeLessThanOrEqual(366 * DAY_MS);
      }),
    );
  });
});

const [person, helper, stranger] = ["p", "h", "s"];
const base = {
  inviterId: person,
  inviteeId: helper,
  personId: person,
  helperId: helper,
  clientIds: ["portal"],
};
const account = (id: string) => ({ kind: "account", id }) as const;

describe("who may do what with it", () => {
  test("whatever the clock and the status, only an active mandate before its end lets its helper act, where it says", () => {
    fc.assert(
      fc.property(
        instant,
        instant,
        fc.constantFrom(...MANDATE_STATUSES),
        fc.constantFrom(person, helper, stranger),
        fc.constantFrom("portal", "pass-urbain"),
        (now, endsAt, status, who, client) => {
          const mandate = { ...base, status, endsAt, answerBy: endsAt };
          const expected =
            status === "active" && now < endsAt && who === helper && client === "portal";
          expect(canActUnder(who, mandate, client, now)).toBe(expected);
        },
      ),
    );
  });

  test.for([
    ["asked", helper, true, false],
    ["asked", person, false, true],
    ["active", helper, false, true],
    ["active", person, false, true],
    ["active", stranger, false, false],
    ["refused", helper, false, false],
    ["ended", person, false, false],
  ] as const)("%s, seen by %s: answers %s, ends %s", ([status, who, answers, ends]) => {
    const now = new Date();
    const soon = new Date(now.getTime() + DAY_MS);
    const isAsked = status === "asked";
    const mandate = {
      ...base,
      ...(isAsked ? { inviteeId: null, helperId: null } : {}),
      status,
      answerBy: soon,
      endsAt: soon,
    };
    expect(canAnswer(account(who), mandate, now)).toBe(answers);
    expect(canEnd(account(who), mandate)).toBe(ends);
    expect(canAnswer(account(who), { ...mandate, answerBy: now }, now)).toBe(false);
    expect(canEnd({ kind: "resident", id: who }, mandate)).toBe(false);
  });

  test("nothing leaves an end, and nothing comes back to a question", () => {
    for (const from of MANDATE_STATUSES) {
      expect(canMove(from, "asked")).toBe(false);
      expect(canMove("ended", from)).toBe(false);
      expect(canMove("refused", from)).toBe(false);
    }
  });

  test("an end is not in force, nor a mandate without one", () => {
    const now = new Date();
    expect(isInForce({ status: "active", endsAt: now }, now)).toBe(false);
    expect(isInForce({ status: "active", endsAt: null }, now)).toBe(false);
  });

  test("a stranger is on no side", () => {
    expect([person, helper, stranger].map((who) => sideOf(base, who))).toEqual([
      "person",
      "helper",
      null,
    ]);
  });
});

test("the journal names the other side, and says why it ended", () => {
  const told = { side: "person", name: "Paul Durand" };
  expect(MANDATE_LABELS["mandate.act"](told, "« Le Guichet »")).toBe(
    "Paul Durand agit pour vous dans « Le Guichet »",
  );
  expect(MANDATE_LABELS["mandate.act"]({ side: "helper", name: "Samira Benali" }, "X")).toBe(
    "Vous agissez pour Samira Benali dans X",
  );
  const ended = ENDINGS.map((ending: Ending) =>
    MANDATE_LABELS["mandate.end"]({ ...told, ending }, ""),
  );
  expect(ended[2]).toBe("Mandat arrivé à son terme\u00a0: Paul Durand");
  expect(new Set(ended).size).toBe(3);
});
