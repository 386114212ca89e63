import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AGENT_TEMPLATES, isForAgent, NOTICES, type Notice, renderMail } from "./model";

const LINK = "https://portail.example/mes-demandes/BRON-2026-4K7P2M";

const notice: Notice = {
  reference: "BRON-2026-4K7P2M",
  title: "Stationnement pour un déménagement",
  organisation: "Ville de Bron",
  unit: "Voirie",
  phone: "04 65 71 20 20",
  email: "voirie@bron.example",
  address: "1 place de Weingarten\n69500 Bron",
  hours: "Du lundi au vendredi",
  applicant: "Samira Benali",
  submittedOn: "3 mars 2027",
  deadlineOn: "2 mai 2027",
  silence: "refusal",
  remedies: "écrivez au maire dans les deux mois.",
  outcome: "refused",
  reason: "La rue est déjà réservée.",
  question: "Quelle est la plaque ?",
  dueOn: "lundi 8 mars 2027",
  portalName: "Le Guichet",
  link: LINK,
  hasAccount: true,
};

const textOf = (template: (typeof NOTICES)[number], more: Partial<Notice> = {}) =>
  renderMail(template, { ...notice, ...more }).text.replaceAll("\u00a0", " ");

describe("the acknowledgement says what the law wants (CRPA R112-5)", () => {
  test.for([
    ["the day it arrived", "arrivée le 3 mars 2027"],
    ["the unit", "Service : Ville de Bron, Voirie"],
    ["its phone", "Téléphone : 04 65 71 20 20"],
    ["its address", "Adresse : 1 place de Weingarten, 69500 Bron"],
    ["its e-mail", "Courriel : voirie@bron.example"],
    ["by when it answers", "jusqu’au 2 mai 2027"],
    [
      "what silence means",
      "Sans réponse de notre part le 2 mai 2027, votre demande sera considérée comme refusée.",
    ],
    ["the remedies", "En cas de désaccord : écrivez au maire"],
  ] as const)("%s", ([, sentence]) => {
    expect(textOf("acknowledgement")).toContain(sentence);
  });

  test("silence that accepts gives a certificate, silence that decides nothing is not spoken of", () => {
    const accepted = textOf("acknowledgement", { silence: "acceptance" });
    expect(accepted).toContain("considérée comme acceptée");
    expect(accepted).toContain("attestation");
    for (const nothing of [{ silence: "none" as const }, { deadlineOn: null }])
      expect(textOf("acknowledgement", nothing)).not.toContain("considérée comme");
  });
});

test.for([
  ["accepted", "est acceptée", false],
  ["refused", "est refusée", true],
  ["closed", "a fini de traiter", false],
] as const)("a request that is %s: « %s », remedies: %s", ([outcome, sentence, hasRemedies]) => {
  const text = textOf("decision", { outcome });
  expect(text).toContain(sentence);
  expect(text).toContain("« La rue est déjà réservée. »");
  expect(text.includes("Si vous n’êtes pas d’accord")).toBe(hasRemedies);
  expect(textOf("decision", { outcome, remedies: "" })).not.toContain("pas d’accord");
});

test.for(AGENT_TEMPLATES)("« %s », for an agent, says nothing of the person", (template) => {
  const { subject, text, html } = renderMail(template, notice);
  for (const written of [subject, text, html])
    for (const told of ["Samira", "Benali", "plaque", "réservée", "Weingarten"])
      expect(written).not.toContain(told);
  expect(text).toContain(LINK);
});

test("without an account, no link opens the request and no code is written", () => {
  for (const template of NOTICES.filter((one) => !isForAgent(one))) {
    const text = textOf(template, { hasAccount: false, link: "https://portail.example/suivi" });
    expect(text).toContain("https://portail.example/suivi");
    expect(text).not.toContain("/mes-demandes/");
    expect(text).not.toContain("accuse-de-reception.pdf");
  }
});

test("what is not plainly a name is not repeated to whoever reads the message", () => {
  const first = (applicant: string | null) =>
    textOf("acknowledgement", { applicant }).split("\n")[0];
  expect(first("Samira Benali")).toBe("Bonjour Samira Benali,");
  expect(first("Gagnez 500 € sur https://evil.example")).toBe("Bonjour,");
  expect(first(null)).toBe("Bonjour,");
});

const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("<script>x</script>", '"onclick="x', "https://x.example/<b>", "a\nb", ""),
);
const any: fc.Arbitrary<Notice> = fc.record({
  ...Object.fromEntries(Object.entries(notice).map(([key, value]) => [key, fc.constant(value)])),
  applicant: fc.option(anything),
  reason: fc.option(anything),
  question: fc.option(anything),
  remedies: anything,
  hours: anything,
  deadlineOn: fc.constantFrom(null, "2 mai 2027"),
  silence: fc.constantFrom("acceptance" as const, "refusal" as const, "none" as const),
  outcome: fc.constantFrom("accepted" as const, "refused" as const, "closed" as const, null),
  hasAccount: fc.boolean(),
}) as fc.Arbitrary<Notice>;

test("whatever was typed, every message has its words, one subject line and no mark-up of theirs", () => {
  fc.assert(
    fc.property(fc.constantFrom(...NOTICES), any, (template, given) => {
      const { subject, text, html } = renderMail(template, given);
      expect(subject).toContain(given.reference);
      expect(subject).not.toMatch(/[\r\n]/);
      const ours = [given.reason, given.question, given.remedies].join(" ");
      if (!/undefined|null|NaN/.test(ours)) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      for (const [tag] of html.matchAll(/<[^>]*>/g))
        expect(tag).toMatch(
          /^<(!doctype html|html lang="fr"|br|\/?(html|body|p|strong|a)|a href="https?:[^"]*")>$/,
        );
    }),
    { numRuns: 500 },
  );
});
