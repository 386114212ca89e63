import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  daysBetween,
  easter,
  isHoliday,
  isWorkingDay,
  monthsBetween,
  workingDaysBetween,
  yearsBetween,
} from "./days";

test.each([
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2027, "2027-03-28"],
  [2038, "2038-04-25"],
  [2285, "2285-03-22"],
])("Easter of %i is %s", (year, day) => {
  expect(easter(year)).toBe(day);
});

test("the public holidays of 2027 are these eleven", () => {
  const days = Array.from({ length: 365 }, (_, i) => addDays("2027-01-01", i) ?? "");
  expect(days.filter(isHoliday)).toEqual([
    "2027-01-01",
    "2027-03-29",
    "2027-05-01",
    "2027-05-06",
    "2027-05-08",
    "2027-05-17",
    "2027-07-14",
    "2027-08-15",
    "2027-11-01",
    "2027-11-11",
    "2027-12-25",
  ]);
});

test.each([
  ["2027-03-26", 1, "2027-03-30"],
  ["2027-03-26", 0, "2027-03-26"],
  ["2027-03-27", 0, "2027-03-30"],
  ["2027-03-27", 1, "2027-03-30"],
  ["2027-03-30", -1, "2027-03-26"],
  ["2026-12-24", 5, "2027-01-04"],
  ["2027-02-30", 1, null],
  ["2027-03-26", 1e9, null],
])("%s and %i working days is %s", (day, days, expected) => {
  expect(addWorkingDays(day, days)).toBe(expected);
});

test.each([
  ["2027-01-31", 1, "2027-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2027-03-31", -1, "2027-02-28"],
  ["2027-11-15", 2, "2028-01-15"],
  ["2027-13-01", 1, null],
  ["9999-12-01", 1, null],
])("%s and %i months is %s", (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

test.each([
  ["2008-02-29", "2026-02-28", 17],
  ["2008-02-29", "2026-03-01", 18],
  ["2009-03-02", "2027-03-01", 17],
  ["2009-03-01", "2027-03-01", 18],
  ["2027-03-01", "2026-03-02", 0],
])("born on %s, on %s one is %i", (birth, day, age) => {
  expect(yearsBetween(birth, day)).toBe(age);
});

test("a year after 29 February is 28 February", () => {
  expect(addYears("2028-02-29", 1)).toBe("2029-02-28");
});

const anyDay = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays("1900-01-01", n) ?? "");

test("days added are days between, and working days come back", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, n) => {
      const other = addDays(day, n) ?? "";
      expect(daysBetween(day, other)).toBe(n);
      expect(Math.abs(monthsBetween(day, other) ?? 0)).toBeLessThanOrEqual(Math.abs(n) / 28);
      const worked = addWorkingDays(day, n || 1) ?? "";
      expect(isWorkingDay(worked)).toBe(true);
      if (n > 0) expect(workingDaysBetween(day, worked)).toBe(n);
    }),
    { numRuns: 30 },
  );
});
