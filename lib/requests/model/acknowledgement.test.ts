import { expect, test } from "vitest";
import { delaySentences, remedySentence, requestFacts, serviceFacts } from "./acknowledgement";

const sent = {
  reference: "BRON-2026-4K7P2M",
  title: "Stationner un camion",
  submittedAt: new Date("2027-03-01T13:05:00Z"),
  helperName: null,
  applicantName: "Samira Benali",
  deadlineAt: new Date("2027-04-30T21:59:59Z"),
  silence: "refusal" as const,
  organisationName: "Ville de Bron",
  organisationPhone: "04 65 71 20 20",
  organisationEmail: "mairie@bron.example",
  organisationAddress: "Place de Weingarten\n69500 Bron",
  organisationHours: "Du lundi au vendredi",
  unitName: "Voirie",
  unitPhone: "0465712031",
  unitEmail: null,
  unitHours: null,
  content: { next: [], remedies: "Écrivez au maire." },
};
const plain = (lines: string[]) => lines.join(" ").replace(/[\u00a0\u202f]/g, " ");

test.for([
  ["refusal", /La Ville de Bron a jusqu’au 30 avril 2027.* est refusée \(article L231-4/],
  ["acceptance", /30 avril 2027.* est acceptée \(article L231-1.*attestation/],
  ["none", /vous répondra/],
] as const)("silence that means %s is said, with its date and its article", ([silence, said]) => {
  expect(plain(delaySentences({ ...sent, silence }))).toMatch(said);
});

test("no date is promised when there is none", () => {
  expect(plain(delaySentences({ ...sent, deadlineAt: null }))).not.toMatch(/jusqu’au|refusée/);
});

test("the unit's own phone comes before the organisation's", () => {
  const facts = serviceFacts(sent);
  expect(facts.map(({ name }) => name)).toEqual([
    "Service",
    "Téléphone",
    "Courriel",
    "Adresse",
    "Horaires",
  ]);
  expect(plain(facts[1]?.lines ?? [])).toBe("04 65 71 20 31");
  expect(facts[2]?.lines).toEqual(["mairie@bron.example"]);
});

test("the tracking code is told only to whoever holds it", () => {
  const names = (code: string | null) => requestFacts(sent, code).map(({ name }) => name);
  expect(names("K7P2-M4QX-09TW")).toContain("Code de suivi");
  expect(names(null)).not.toContain("Code de suivi");
});

test("remedies are a sentence, or nothing", () => {
  expect(plain([remedySentence(sent) ?? ""])).toBe("En cas de désaccord : écrivez au maire.");
  expect(remedySentence({ content: { next: [], remedies: "" } })).toBeNull();
});
