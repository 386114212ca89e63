import { describe, expect, test } from "vitest";
import {
  type Closure,
  endAfter,
  graceEnd,
  inactiveSince,
  isDue,
  monthsBefore,
  reminderDue,
} from "./model";

const day = (text: string) => new Date(`${text}T03:00:00Z`);

test("thirty days to change one's mind", () => {
  expect(graceEnd(day("2026-11-22"))).toEqual(day("2026-12-22"));
});

test.each([
  [36, "2026-11-22", "2023-11-22"],
  [36, "2024-02-29", "2021-02-28"],
  [1, "2026-03-31", "2026-02-28"],
  [12, "2026-01-15", "2025-01-15"],
])("%i months before %s is %s", (months, from, expected) => {
  expect(monthsBefore(months, day(from))).toEqual(day(expected));
});

test.each([
  ["2024-01-20", true],
  ["2024-01-21", true],
  ["2024-01-22", false],
  ["2026-11-01", false],
])("on 22 November 2026, who last came on %s is warned: %s", (last, expected) => {
  expect(day(last) <= inactiveSince(36, day("2026-11-22"))).toBe(expected);
});

type Row = [Closure["cause"], left: number, reminded: number | null, expected: number | null];

describe("the reminder to send", () => {
  const now = day("2026-11-22");
  const closure = (cause: Closure["cause"], left: number, remindedDays: number | null) => ({
    cause,
    dueAt: new Date(now.getTime() + left * 86_400_000),
    remindedDays,
  });

  test.each<Row>([
    ["owner", 30, null, null],
    ["owner", 8, null, null],
    ["owner", 7, null, 7],
    ["owner", 2, 7, null],
    ["owner", -3, null, 7],
    ["inactivity", 60, null, 60],
    ["inactivity", 45, 60, null],
    ["inactivity", 30, 60, 30],
    ["inactivity", 29, 30, null],
    ["inactivity", 7, 30, 7],
    ["inactivity", 5, 60, 7],
    ["inactivity", 0, 7, null],
  ])("%s, %i days left, reminded at %s: %s", (cause, left, reminded, expected) => {
    expect(reminderDue(closure(cause, left, reminded), now)).toBe(expected);
  });

  test.each<[number, number]>([
    [7, 7],
    [9, 9],
    [-3, 7],
    [0, 7],
  ])("with %i days left, leaves %i days after it", (left, expected) => {
    expect(endAfter(7, closure("owner", left, null), now)).toEqual(
      closure("owner", expected, 7).dueAt,
    );
  });

  test.each<Row>([
    ["owner", 0, 7, 1],
    ["owner", -1, null, 0],
    ["owner", 1, 7, 0],
    ["inactivity", -1, 7, 1],
    ["inactivity", -1, 30, 0],
    ["inactivity", -1, 60, 0],
  ])("%s, %i days left, reminded at %s: closes %i", (cause, left, reminded, closes) => {
    expect(isDue(closure(cause, left, reminded), now)).toBe(closes === 1);
  });
});
