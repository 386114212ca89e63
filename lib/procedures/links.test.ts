import { expect, test } from "vitest";
import { catalogueParams, prefillOf, procedureParams } from "./schemas";

test("a link fills controls by name, within bounds, and nothing else", () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`prefill.champ-${i}`, "x"]),
  );
  expect(
    prefillOf({
      commune: "69029",
      "prefill.sujet": "Piscine",
      "prefill.adresse.street": ["12 rue de la Marne", "ignorée"],
      "prefill.enfants.0.nom": "Benali",
      "prefill.long": "x".repeat(9000),
      "prefill.vide": "",
      "prefill.": "x",
      "prefill.__proto__": "x",
      "prefill.a..b": "x",
      "prefill.Majuscule": "x",
    }),
  ).toEqual({
    sujet: "Piscine",
    "adresse.street": "12 rue de la Marne",
    "enfants.0.nom": "Benali",
    long: "x".repeat(500),
  });
  expect(Object.keys(prefillOf(many))).toHaveLength(40);
});

test("an unreadable address of the catalogue counts for nothing", () => {
  expect(
    catalogueParams.parse({
      q: "  école  ",
      theme: "magie",
      public: "x",
      organisme: "../",
      commune: "Bron",
    }),
  ).toEqual({ q: "école" });
  expect(catalogueParams.parse({ q: ["a", "b"], theme: "waste", commune: "69029" })).toEqual({
    q: "",
    theme: "waste",
    commune: "69029",
  });
  expect(procedureParams.parse({ commune: "690290", organisme: "bron" })).toEqual({
    organisme: "bron",
  });
});
