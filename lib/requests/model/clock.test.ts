import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asDay,
  DRAFT_DAYS,
  daysUntil,
  draftExpiry,
  endOfDay,
  isClosed,
  isOpen,
  lastDueDay,
  legalDeadline,
  reminderBefore,
  STATUSES,
  type Status,
  valuesAfter,
} from "../model";

const HOUR_MS = 3_600_000;

/** Near midnight and near the two nights of the year when Paris changes its hour, more often than not. */
const instant = fc
  .tuple(
    fc.constantFrom("2027-03-28", "2027-10-31", "2027-01-01", "2028-02-29", "2027-09-15"),
    fc.integer({ min: -40 * 24, max: 40 * 24 }),
    fc.constantFrom(-1, 0, 1, 1_799_000, 3_599_999),
  )
  .map(([day, hours, ms]) => new Date(Date.parse(day) + hours * HOUR_MS + ms));

const holds = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, check), { numRuns: 500 });

describe("in Paris, whatever the season", () => {
  test("an instant is of one day, which ends after it and within 25 hours", () => {
    holds(instant, (at) => {
      const left = endOfDay(asDay(at)).getTime() - at.getTime();
      expect(left).toBeGreaterThan(-1000);
      expect(left).toBeLessThan(25 * HOUR_MS);
      expect(asDay(endOfDay(asDay(at)))).toBe(asDay(at));
      expect(asDay(new Date(endOfDay(asDay(at)).getTime() + 1000))).not.toBe(asDay(at));
    });
  });

  test("the legal delay has as many days as the law says, to the last second", () => {
    holds(fc.tuple(instant, fc.integer({ min: 0, max: 400 })), ([at, days]) => {
      const deadline = legalDeadline(at, days);
      expect(daysUntil(deadline, at)).toBe(days);
      expect(deadline).toEqual(endOfDay(asDay(deadline)));
    });
  });

  test("a draft is kept whole days, a supplement is awaited a year at most", () => {
    holds(instant, (at) => {
      for (const kind of ["resident", "visitor"] as const)
        expect(daysUntil(draftExpiry(kind, at), at)).toBe(DRAFT_DAYS[kind]);
      expect(daysUntil(endOfDay(lastDueDay(at)), at)).toBe(365);
    });
  });

  test("days are counted the same there and back", () => {
    holds(fc.tuple(instant, instant, instant), ([a, b, c]) => {
      expect(daysUntil(a, b) + daysUntil(b, a)).toBe(0);
      expect(daysUntil(a, b) + daysUntil(b, c)).toBe(daysUntil(a, c));
    });
  });

  test("a reminder leaves a day before it and three after it, or does not leave", () => {
    holds(fc.tuple(instant, instant), ([dueAt, now]) => {
      const at = reminderBefore(dueAt, now);
      if (at === null) expect(dueAt.getTime() - now.getTime()).toBeLessThanOrEqual(96 * HOUR_MS);
      else {
        expect(at.getTime() - now.getTime()).toBeGreaterThan(24 * HOUR_MS);
        expect(dueAt.getTime() - at.getTime()).toBe(72 * HOUR_MS);
      }
    });
  });
});

test("every status is a draft, open or closed, and only one of them", () => {
  for (const status of STATUSES)
    expect([status === "draft", isOpen(status), isClosed(status)].filter(Boolean)).toHaveLength(1);
});

type Move = { to: Status; after: number };
const move = fc.record({
  to: fc.constantFrom<Status>("received", "in_review", "awaiting_resident"),
  after: fc.nat(40 * 24 * HOUR_MS),
});

test("however often a request waits, the deadline moves by the time it waited and no more", () => {
  const life = fc.tuple(
    fc.array(move, { maxLength: 8 }),
    fc.constantFrom<Status>("accepted", "closed"),
  );
  holds(life, ([moves, end]: [Move[], Status]) => {
    const start = new Date("2027-03-01T09:00:00Z");
    const deadlineAt = legalDeadline(start, 60);
    let [now, waited] = [start.getTime(), 0];
    let request = {
      status: "received" as Status,
      deadlineAt: deadlineAt as Date | null,
      pausedAt: null as Date | null,
    };
    for (const { to, after } of moves) {
      now += after;
      if (request.status === "awaiting_resident") waited += after;
      request = { ...request, ...valuesAfter(request, to, new Date(now)) };
      expect(request.pausedAt !== null).toBe(to === "awaiting_resident");
      expect(Number(request.deadlineAt) - Number(deadlineAt)).toBe(waited);
    }
    const over = valuesAfter(request, end, new Date(now + 1));
    expect(over).toMatchObject({
      pausedAt: null,
      deadlineAt: request.deadlineAt,
      closedAt: new Date(now + 1),
    });
  });
});
