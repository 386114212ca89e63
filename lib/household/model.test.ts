import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageOn, hasRoom, isMinor } from "./model";
import { addChildInput } from "./schemas";

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("an age", () => {
  test.for([
    ["2008-11-22", "2026-11-21", 17, true],
    ["2008-11-22", "2026-11-22", 18, false],
    ["2008-02-29", "2026-02-28", 17, true],
    ["2008-02-29", "2026-03-01", 18, false],
    ["2026-11-22", "2026-11-22", 0, true],
  ] as const)("of who was born on %s, on %s: %i", ([born, on, age, minor]) => {
    expect(ageOn(born, on)).toBe(age);
    expect(isMinor(born, on)).toBe(minor);
  });

  test("never goes back as days pass, and gains a year at each birthday", () => {
    fc.assert(
      fc.property(day, day, day, (born, a, b) => {
        const [first, second] = [a, b].sort();
        expect(ageOn(born, second ?? "")).toBeGreaterThanOrEqual(ageOn(born, first ?? ""));
        const birthday = `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`;
        expect(ageOn(born, birthday)).toBe(18);
      }),
    );
  });
});

test("two parents at most", () => {
  expect([[], ["a"], ["a", "b"]].map((parentIds) => hasRoom({ parentIds }))).toEqual([
    true,
    true,
    false,
  ]);
});

const TYPED = {
  id: crypto.randomUUID(),
  givenName: " Inès ",
  familyName: "Benali",
  birthdate: "14/05/2020",
  birthplace: "Bron",
  authority: "oui",
};

describe("what a parent types", () => {
  test("is read as it was meant", () => {
    expect(addChildInput.parse(TYPED)).toMatchObject({
      givenName: "Inès",
      birthdate: "2020-05-14",
    });
  });

  test.for([
    [{ givenName: "  " }, "givenName"],
    [{ birthdate: "14/05/2001" }, "birthdate"],
    [{ birthdate: "14/05/2099" }, "birthdate"],
    [{ birthdate: "hier" }, "birthdate"],
    [{ authority: undefined }, "authority"],
    [{ birthplace: "x".repeat(81) }, "birthplace"],
    [{ id: "1" }, "id"],
  ] as const)("%o is refused where it is wrong", ([more, field]) => {
    const { error } = addChildInput.safeParse({ ...TYPED, ...more });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
