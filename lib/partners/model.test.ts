import { describe, expect, test } from "vitest";
import { addressesProblem, addressProblem } from "./model/addresses";
import { itemsAsked, justificationsOf, scopesAsked } from "./model/data-items";
import { formatSiret, normaliseSiret } from "./model/siret";
import { mayDo } from "./policy";

describe("a SIRET", () => {
  test.each([
    ["200 046 977 00019", "20004697700019"],
    ["20004697700019", "20004697700019"],
    ["216.900.290-00018", "21690029000018"],
    ["35600000000048", "35600000000048"],
    ["35600000049837", "35600000049837"],
  ])("%s is read", (typed, siret) => {
    expect(normaliseSiret(typed)).toBe(siret);
  });

  test.each([
    "",
    "20004697700018",
    "2000469770001",
    "00000000000000",
    "2000469770001X",
    "35600000049838",
  ])("%j is none", (typed) => {
    expect(normaliseSiret(typed)).toBeNull();
  });

  test("is written as INSEE does", () => {
    expect(formatSiret("20004697700019")).toBe("200\u00a0046\u00a0977\u00a000019");
  });
});

const OURS = ["https://connect.example.fr"];

describe("an address that a client registers", () => {
  test.each([
    ["https://piscines.fr/retour", "sandbox", null],
    ["https://piscines.fr/retour", "production", null],
    ["https://piscines.fr/retour?espace=1", "production", null],
    ["http://localhost:8080/retour", "sandbox", null],
    ["http://127.0.0.1:8080/retour", "sandbox", null],
    ["http://localhost:8080/retour", "production", /votre machine/],
    ["https://localhost/retour", "production", /votre machine/],
    ["http://piscines.fr/retour", "sandbox", /https/],
    ["https://*.piscines.fr/retour", "sandbox", /\*/],
    ["https://piscines.fr/retour#fin", "sandbox", /#/],
    ["https://a:b@piscines.fr/retour", "sandbox", /mot de passe/],
    ["https://192.168.1.4/retour", "sandbox", /adresse IP/],
    ["https://[2001:db8::1]/retour", "sandbox", /adresse IP/],
    ["https://piscines/retour", "sandbox", /domaine complet/],
    ["ftp://piscines.fr/", "sandbox", /https/],
    ["javascript:alert(1)", "sandbox", /https/],
    ["piscines.fr/retour", "sandbox", /adresse complète/],
    ["https://connect.example.fr/retour", "sandbox", /la nôtre/],
  ] as const)("%s in %s", (text, environment, problem) => {
    const found = addressProblem(text, environment, OURS);
    if (problem) expect(found).toMatch(problem);
    else expect(found).toBeNull();
  });

  test("is named in the sentence; a list may be empty unless it is needed", () => {
    expect(addressesProblem(["https://a.fr/", "x"], "sandbox")).toContain("«\u00a0x\u00a0»");
    expect(addressesProblem([], "sandbox")).toBeNull();
    expect(addressesProblem([], "sandbox", { isNeeded: true })).toContain("au moins une");
    const many = Array.from({ length: 11 }, (_, i) => `https://a.fr/${i}`);
    expect(addressesProblem(many, "sandbox")).toContain("10");
  });
});

test("what is asked gives the scopes, their reasons and the items of the notice", () => {
  const asked = {
    identity: { need: "required", why: "Pour vous accueillir." },
    birthdate: { need: "optional", why: "Pour le tarif jeune." },
    phone: { need: "optional", why: "Pour vous rappeler." },
  } as const;
  expect(scopesAsked(asked)).toEqual(["openid", "profile", "phone"]);
  expect(scopesAsked({})).toEqual(["openid"]);
  expect(justificationsOf(asked)).toEqual({
    profile:
      "Nom et prénom\u00a0: Pour vous accueillir. Date de naissance et civilité\u00a0: Pour le tarif jeune.",
    phone: "Téléphone\u00a0: Pour vous rappeler.",
  });
  expect(itemsAsked(asked).map(({ id, required }) => [id, required])).toEqual([
    ["identity", true],
    ["birthdate", false],
    ["phone", false],
  ]);
});

test.each([
  ["owner", "activate", true],
  ["owner", "invite", true],
  ["developer", "read", true],
  ["developer", "configure", true],
  ["developer", "rotate-secret", true],
  ["developer", "ask-production", true],
  ["developer", "invite", false],
  ["developer", "remove-member", false],
  ["developer", "activate", false],
] as const)("a member who is %s: %s → %s", (role, act, allowed) => {
  expect(mayDo(role, act)).toBe(allowed);
});
