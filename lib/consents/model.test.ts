import { expect, test } from "vitest";
import { agreedItems, claimsOf, consentText, expiryOf, type Notice } from "./model";

const notice: Notice = {
  service: "Piscines",
  provider: "Ville de Bron",
  controller: "Ville de Bron",
  purpose: "réserver un créneau",
  months: 12,
  refusal: "Vous pourrez réserver au guichet.",
  items: [
    { id: "identity", label: "Nom et prénom", claims: ["name", "given_name"], required: true },
    { id: "phone", label: "Téléphone", claims: ["phone_number"], required: false },
    { id: "email", label: "Courriel", claims: ["email"], required: false },
  ],
};

test.for([
  [[], ["identity"]],
  [["phone"], ["identity", "phone"]],
  [
    ["email", "phone"],
    ["identity", "phone", "email"],
  ],
  [["salary"], ["identity"]],
] as const)("ticking %o agrees to %o", ([ticked, agreed]) => {
  expect(agreedItems(notice, ticked).map(({ id }) => id)).toEqual(agreed);
});

test("an agreement opens the claims of its items, each once", () => {
  expect(claimsOf(agreedItems(notice, ["phone"]))).toEqual(["name", "given_name", "phone_number"]);
});

test("the text names what is shared and what is not", () => {
  const text = consentText(notice, agreedItems(notice, ["phone"]));
  expect(text).toContain("Informations partagées\u00a0: nom et prénom, téléphone.");
  expect(text).toContain("Informations non partagées\u00a0: courriel.");
  expect(text).toContain("Responsable\u00a0: Ville de Bron");
});

test.for([
  ["2026-11-22", 12, "2027-11-22"],
  ["2026-01-31", 1, "2026-02-28"],
  ["2026-12-15", 2, "2027-02-15"],
] as const)("given on %s for %i months, it ends on %s", ([from, months, until]) => {
  const end = expiryOf({ ...notice, months }, new Date(`${from}T10:00:00Z`));
  expect(end.toISOString().slice(0, 10)).toBe(until);
});
