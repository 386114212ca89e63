import { expect, test } from "vitest";
import { when } from "@/lib/expressions/model/parse";
import { type FormDefinitionInput, formDefinition } from "./schemas";

const profile = {
  id: "profil",
  label: "Vous êtes",
  type: "choice" as const,
  options: [
    { value: "habitant", label: "Habitant" },
    { value: "pro", label: "Professionnel" },
  ],
};
const name = { id: "nom", label: "Nom", type: "text" as const };

type StepInput = FormDefinitionInput["steps"][number];

const first: StepInput = { id: "situation", title: "Votre situation", fields: [profile] };
const second = (field: StepInput["fields"][number], more: Partial<StepInput> = {}): StepInput => ({
  id: "suite",
  title: "La suite",
  fields: [field],
  ...more,
});
const messagesOf = (...steps: StepInput[]) =>
  formDefinition.safeParse({ steps }).error?.issues.map(({ message }) => message);

test("a definition read again from its JSON is the same", () => {
  const parsed = formDefinition.parse({ steps: [first, second(name)] });
  expect(formDefinition.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
});

test("a property nobody knows is refused, not dropped", () => {
  const field = { ...name, maxlength: 3 };
  expect(formDefinition.safeParse({ steps: [{ ...first, fields: [field] }] }).success).toBe(false);
});

const shownIf = (field: string, value: string) => ({ visibleIf: when(`${field} == "${value}"`) });
const day = { id: "debut", label: "Du", type: "date" as const };
const children = {
  id: "enfants",
  label: "Enfants",
  type: "repeat" as const,
  itemLabel: "Enfant",
  addLabel: "Ajouter un enfant",
};

test.for<[string, StepInput[], RegExp]>([
  ["two steps with one id", [first, { ...second(name), id: "situation" }], /Deux étapes/],
  ["two fields with one id", [first, second(profile)], /Deux .* «\u00a0profil\u00a0»/],
  [
    "a condition on nothing",
    [first, second({ ...name, ...shownIf("x", "a") })],
    /«\u00a0x\u00a0», absent/,
  ],
  [
    "a condition on the same step",
    [{ ...first, fields: [profile, { ...name, ...shownIf("profil", "pro") }] }],
    /absent des étapes d’avant/,
  ],
  [
    "a condition on a later step",
    [{ ...first, ...shownIf("nom", "x") }, second(name)],
    /absent des étapes d’avant/,
  ],
  [
    "a condition no answer can meet",
    [first, second({ ...name, ...shownIf("profil", "association") })],
    /jamais vraie/,
  ],
  [
    "a nested condition on nothing",
    [
      first,
      second(name, {
        visibleIf: when("not (profil and y != None)"),
      }),
    ],
    /«\u00a0y\u00a0», absent/,
  ],
  [
    "greater than a text",
    [first, second({ ...name, visibleIf: when("profil > 3") })],
    /jamais vraie/,
  ],
  [
    "a page that ends on an answer nobody gives",
    [
      {
        ...first,
        exit: { when: when('profil == "ville"'), title: "Non", text: "Non" },
      },
    ],
    /«\u00a0ville\u00a0»/,
  ],
  [
    "a page checked with a question that comes later",
    [{ ...first, postConditions: [{ test: when("nom"), message: "Non" }] }, second(name)],
    /La page regarde «\u00a0nom\u00a0»/,
  ],
  [
    "a value computed from nothing",
    [
      {
        ...first,
        fields: [profile, { id: "c", label: "C", type: "computed", value: when("z + 1") }],
      },
    ],
    /«\u00a0c\u00a0» regarde «\u00a0z\u00a0»/,
  ],
  ["min over max", [second({ id: "n", label: "N", type: "number", min: 3, max: 2 })], /dépasse/],
  [
    "a bound on a date that comes after",
    [{ ...first, fields: [{ ...day, id: "fin", min: { field: "debut" } }, day] }],
    /qui n’est pas une date placée avant/,
  ],
  [
    "an option twice",
    [second({ ...profile, options: [...profile.options, { value: "pro", label: "Encore" }] })],
    /deux fois la réponse «\u00a0pro\u00a0»/,
  ],
  [
    "an option called «\u00a0other\u00a0» beside «\u00a0autre\u00a0»",
    [
      second({
        ...profile,
        options: [...profile.options, { value: "other", label: "A" }],
        other: {},
      }),
    ],
    /deux fois la réponse «\u00a0other\u00a0»/,
  ],
  [
    "a condition inside a repeatable block",
    [first, second({ ...children, fields: [{ ...name, ...shownIf("profil", "pro") }] })],
    /ne peut pas avoir de condition/,
  ],
  ["a step at a reserved address", [{ ...first, id: "recapitulatif" }], /Choisissez un autre/],
])("%s is refused with a sentence", ([, steps, message]) => {
  expect(messagesOf(...steps)?.join("\n")).toMatch(message);
});
