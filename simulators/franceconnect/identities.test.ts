import { describe, expect, test } from "vitest";
import { IDENTITIES, searchIdentities, subjectOf } from "./identities";

describe("the identities", () => {
  test("are at least forty, of every kind", () => {
    expect(IDENTITIES.length).toBeGreaterThanOrEqual(40);
    const some = (is: (one: (typeof IDENTITIES)[number]) => boolean) =>
      IDENTITIES.filter(is).length;
    expect(some(({ birthdate }) => birthdate.endsWith("-00-00"))).toBeGreaterThan(1);
    expect(some(({ birthdate }) => /-(0[1-9]|1\d)-00$/.test(birthdate))).toBeGreaterThan(1);
    expect(some(({ email }) => !email)).toBeGreaterThan(4);
    expect(some(({ usageName }) => Boolean(usageName))).toBeGreaterThan(1);
    for (const { birthplace, birthcountry } of IDENTITIES)
      expect(birthplace).toMatch(birthcountry === "99100" ? /^[0-9][0-9AB]\d{3}$/ : /^$/);
  });

  test("same names and birth date are still two persons", () => {
    const subjects = searchIdentities("camille martin 1992-06-14").map((one) =>
      subjectOf(one, "service.example"),
    );
    expect(new Set(subjects).size).toBe(3);
  });

  test("one person has another name for another service", () => {
    const [one] = IDENTITIES;
    if (!one) throw new Error("nobody");
    expect(subjectOf(one, "a.example")).not.toBe(subjectOf(one, "b.example"));
  });

  test("are found without their accents", () => {
    expect(searchIdentities("nguyen").map(({ familyName }) => familyName)).toEqual(["NGUYỄN"]);
    expect(searchIdentities("lheritier zoe")).toEqual([]);
    expect(searchIdentities("l'heritier zoe")).toHaveLength(1);
  });
});
