import { describe, expect, test } from "vitest";
import { parseExpression } from "@/lib/expressions/model/parse";
import {
  anonymised,
  answersOf,
  checkStep,
  journey,
  keepOrigins,
  prefill,
  summary,
  type Typed,
  unfinished,
  walk,
} from "../model";
import { type FormDefinitionInput, formDefinition } from "../schemas";

const TODAY = "2027-03-01";

type FieldInput = FormDefinitionInput["steps"][number]["fields"][number];

const formOf = (...steps: FieldInput[][]) =>
  formDefinition.parse({
    steps: steps.map((fields, i) => ({ id: `s-${i}`, title: "S", fields })),
  });

const expr = (text: string) => {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.tree;
};

const text = { id: "q", label: "Nom", type: "text" } as const;
const start = (form: ReturnType<typeof formOf>, link: Typed = {}, former: Typed = {}) =>
  prefill(
    form,
    { link, former },
    {
      familyName: { value: "Benali", origin: "certified" },
      email: { value: "samira@exemple.fr", origin: "account" },
    },
    TODAY,
  );

describe("validators", () => {
  const check = (field: FieldInput, typed: Typed) =>
    checkStep(formOf([field]).steps[0] ?? { fields: [] }, typed, TODAY).errors;

  test("a pattern holds of the whole answer, and its message says what to do", () => {
    const field: FieldInput = {
      ...text,
      validators: [{ check: "pattern", pattern: "90\\d{3}", message: "Commencez par 90" }],
    };
    expect(check(field, { q: "90210" })).toEqual({});
    expect(check(field, { q: "902100" })).toEqual({ q: "Commencez par 90" });
  });

  test("a length counts signs, or the options chosen", () => {
    const length = [{ check: "length" as const, min: 2, max: 3, message: "Deux ou trois" }];
    expect(check({ ...text, validators: length }, { q: "é" })).toEqual({ q: "Deux ou trois" });
    expect(check({ ...text, validators: length }, { q: "été" })).toEqual({});
  });

  test("an expression sees the answer and those before it, in earlier steps too", () => {
    const form = formOf(
      [{ id: "max", label: "Au plus", type: "number" }],
      [
        {
          ...text,
          type: "number",
          validators: [{ check: "expression", test: expr("value <= max"), message: "C’est trop" }],
        },
      ],
    );
    expect(unfinished(form, { max: "3", q: "4" }, TODAY).map(({ errors }) => errors)).toEqual([
      { q: "C’est trop" },
    ]);
    expect(unfinished(form, { max: "3", q: "3" }, TODAY)).toEqual([]);
  });

  test.for<[string, Partial<FieldInput>]>([
    ["look-ahead", { validators: [{ check: "pattern", pattern: "(?=a)", message: "M" }] }],
    [
      "consent",
      { type: "consent", prefill: { from: "constant", value: "oui" } } as Partial<FieldInput>,
    ],
  ])("%s is refused when the form is read", ([, attributes]) => {
    const field = { ...text, ...attributes } as FieldInput;
    expect(() => formOf([field])).toThrow(/n’est pas comprise|rempli d’avance/);
  });
});

describe("prefilling", () => {
  test("a constant begins a field; locked, it cannot be changed", () => {
    const free = { ...text, prefill: { from: "constant" as const, value: "Bron" } };
    const form = formOf([free, { ...free, id: "l", prefill: { ...free.prefill, locked: true } }]);
    expect(answersOf(form, {}, TODAY)).toEqual({ q: "Bron", l: "Bron" });
    expect(answersOf(form, { q: "Lyon", l: "Lyon" }, TODAY)).toEqual({ q: "Lyon", l: "Bron" });
    expect(answersOf(form, { q: "" }, TODAY)).toEqual({ l: "Bron" });
  });

  test("an expression follows the answers of earlier steps", () => {
    const form = formOf(
      [text],
      [{ ...text, id: "r", prefill: { from: "expression", value: expr("q"), locked: true } }],
    );
    expect(answersOf(form, { q: "Ada", r: "Eve" }, TODAY)).toEqual({ q: "Ada", r: "Ada" });
    // Nothing could fill it: it is the person's to write.
    expect(answersOf(form, { r: "Eve" }, TODAY)).toEqual({ r: "Eve" });
  });

  test("account, certificate, link and former request fill what asks for them", () => {
    const form = formOf([
      { ...text, id: "nom", prefill: { from: "certified", part: "familyName" } },
      { ...text, id: "courriel", type: "email", prefill: { from: "account", part: "email" } },
      { ...text, id: "certifie", prefill: { from: "certified", part: "email" } },
      { ...text, id: "lieu", prefill: { from: "url", parameter: "place", locked: true } },
      { ...text, id: "avant", prefill: { from: "former-request" } },
      { ...text, id: "faux", type: "date", prefill: { from: "former-request" } },
    ]);
    const { typed, origins } = start(form, { place: "Bron" }, { avant: "Hier", faux: "demain" });
    expect(typed).toEqual({
      nom: "Benali",
      courriel: "samira@exemple.fr",
      lieu: "Bron",
      avant: "Hier",
    });
    expect(origins).toEqual({
      nom: "certified",
      courriel: "account",
      lieu: "link",
      avant: "former",
    });
    const after = { ...typed, nom: "Eve", lieu: "Lyon", avant: "Demain" };
    const kept = keepOrigins(typed, after, origins, form.steps[0]?.fields);
    expect(kept.typed).toEqual({ ...typed, avant: "Demain" });
    expect(kept.origins.avant).toBeUndefined();
  });

  test("a link fills neither what is locked nor what is hidden", () => {
    const form = formOf([
      { ...text, prefill: { from: "constant", value: "Bron", locked: true } },
      { id: "h", label: "H", type: "hidden", prefill: { from: "constant", value: "1" } },
    ]);
    expect(start(form, { q: "Lyon", h: "2" }).typed).toEqual({});
  });
});

describe("what is carried and computed", () => {
  const form = formOf(
    [
      { id: "n", label: "N", type: "number" },
      {
        id: "double",
        label: "Double",
        type: "computed",
        value: expr("n * 2"),
        shownIn: ["summary"],
      },
    ],
    [{ id: "h", label: "H", type: "hidden", prefill: { from: "constant", value: "guichet" } }],
    [text],
  );

  test("counts as an answer, follows the others, and makes no page of its own", () => {
    expect(answersOf(form, { n: "4", h: "autre" }, TODAY)).toEqual({
      n: 4,
      double: 8,
      h: "guichet",
    });
    expect(journey(form, {}, TODAY).map(({ id }) => id)).toEqual(["s-0", "s-2"]);
    expect(walk(form, { n: "4" }, TODAY)[1]?.before).toEqual({ n: 4, double: 8, h: "guichet" });
  });

  test("shows where its author says", () => {
    const rows = summary(form, { n: 4, double: 8, h: "guichet" }).flatMap((s) => s.rows);
    expect(rows.map(({ name, lines }) => [name, ...lines])).toEqual([
      ["n", "4"],
      ["double", "8"],
      ["q"],
    ]);
  });
});

test("answers are erased when their rule says", () => {
  const form = formOf([
    { ...text, id: "nir", anonymise: "sooner" },
    { ...text, id: "nom" },
    { ...text, id: "quartier", anonymise: "never" },
    {
      ...{ id: "enfants", label: "Enfants", type: "repeat", anonymise: "never" },
      ...{ itemLabel: "Enfant", addLabel: "Ajouter" },
      fields: [
        { ...text, id: "prenom" },
        { ...text, id: "ecole", anonymise: "never" },
      ],
    },
  ]);
  const answers = {
    nir: "2",
    nom: "Benali",
    quartier: "Parilly",
    enfants: [{ prenom: "Léo", ecole: "Jean-Moulin" }],
    inconnu: "x",
  };
  expect(anonymised(form, answers, "sooner")).toEqual({
    nom: "Benali",
    quartier: "Parilly",
    enfants: [{ prenom: "Léo", ecole: "Jean-Moulin" }],
  });
  expect(anonymised(form, answers, "at-end")).toEqual({
    quartier: "Parilly",
    enfants: [{ ecole: "Jean-Moulin" }],
  });
});

test("the recap leaves out what is shown elsewhere, and marks what is sensitive", () => {
  const form = formOf([
    { ...text, id: "sante", sensitivity: "sensitive" },
    { ...text, id: "interne", shownIn: ["statistics"] },
  ]);
  const [section] = summary(form, { sante: "Asthme", interne: "x" });
  expect(section?.rows.map(({ name, isSensitive }) => [name, isSensitive])).toEqual([
    ["sante", true],
  ]);
});
