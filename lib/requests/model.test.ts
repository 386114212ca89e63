import fc from "fast-check";
import { expect, test } from "vitest";
import {
  asDay,
  CODE_ALPHABET,
  daysUntil,
  endOfDay,
  readTrackingCode,
  reminderBefore,
  STATUSES,
  signature,
  valuesAfter,
} from "./model";

test.for([
  ["K7P2-M4QX-09TW", "K7P2-M4QX-09TW"],
  ["k7p2m4qx09tw", "K7P2-M4QX-09TW"],
  [" K7P2 M4QX o9tw ", "K7P2-M4QX-09TW"],
  ["K7P2-M4QX-I9LW", "K7P2-M4QX-191W"],
  ["K7P2-M4QX-09T", null],
  ["K7P2-M4QX-09TU", null],
  ["", null],
] as const)("the code typed « %s » is read %s", ([typed, code]) => {
  expect(readTrackingCode(typed)).toBe(code);
});

test("any code of ours is read back, whatever its case and separators", () => {
  const code = fc.string({ unit: fc.constantFrom(...CODE_ALPHABET), minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(code, fc.constantFrom("", " ", "-", "."), (letters, separator) => {
      const typed = letters.toLowerCase().match(/.{4}/g)?.join(separator) ?? "";
      return readTrackingCode(typed)?.replaceAll("-", "") === letters;
    }),
  );
});

test.for([
  ["2027-03-08", "2027-03-08T22:59:59.000Z"],
  ["2027-07-14", "2027-07-14T21:59:59.000Z"],
  ["2027-03-28", "2027-03-28T21:59:59.000Z"],
  ["2027-10-31", "2027-10-31T22:59:59.000Z"],
] as const)("%s ends at %s in Paris", ([day, end]) => {
  expect(endOfDay(day).toISOString()).toBe(end);
  expect(asDay(endOfDay(day))).toBe(day);
});

test.for([
  ["2027-03-03T23:30:00+01:00", 0],
  ["2027-03-04T00:10:00+01:00", 1],
  ["2027-03-02T08:00:00+01:00", -1],
  ["2027-04-03T08:00:00+02:00", 31],
] as const)("%s is %i day(s) away from 3 March at noon", ([then, days]) => {
  expect(daysUntil(new Date(then), new Date("2027-03-03T12:00:00+01:00"))).toBe(days);
});

test("the reminder leaves three days before, when that leaves time to answer", () => {
  const now = new Date("2027-03-01T12:00:00Z");
  expect(reminderBefore(new Date("2027-03-11T12:00:00Z"), now)?.toISOString()).toBe(
    "2027-03-08T12:00:00.000Z",
  );
  expect(reminderBefore(new Date("2027-03-04T12:00:00Z"), now)).toBeNull();
});

test("a wait pushes the deadline back by exactly its length, whatever comes next", () => {
  const at = fc.date({
    min: new Date("2020-01-01"),
    max: new Date("2040-01-01"),
    noInvalidDate: true,
  });
  const open = fc.constantFrom(...STATUSES.slice(1, 5));
  fc.assert(
    fc.property(at, at, fc.nat(5e9), open, (deadlineAt, pausedAt, wait, to) => {
      const now = new Date(pausedAt.getTime() + wait);
      const after = valuesAfter({ status: "awaiting_resident", deadlineAt, pausedAt }, to, now);
      return (after.deadlineAt?.getTime() ?? 0) - deadlineAt.getTime() === wait;
    }),
  );
});

test("an end keeps the deadline as it was and says when", () => {
  const [deadlineAt, now] = [new Date("2027-04-01"), new Date("2027-03-01")];
  expect(valuesAfter({ status: "in_review", deadlineAt, pausedAt: null }, "accepted", now)).toEqual(
    {
      status: "accepted",
      pausedAt: null,
      deadlineAt,
      closedAt: now,
    },
  );
});

test("signature", () => expect(signature("Karim", "Haddad")).toBe("Karim H."));
