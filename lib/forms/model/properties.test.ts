import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anything } from "@/db/test/random-texts";
import { when } from "@/lib/expressions/model/parse";
import { answersOf, asTyped, checkStep, journey, stepSchema, summary, type Typed } from "../model";
import { type FormDefinitionInput, formDefinition } from "../schemas";
import { controlNames, typedOf, withStep } from "./typed";

const TODAY = "2027-03-01";

const options = [
  { value: "a", label: "A" },
  { value: "b", label: "B" },
];

/** One field of each type, and conditions that hide steps and fields. */
const everything: FormDefinitionInput = {
  steps: [
    {
      id: "un",
      title: "Un",
      fields: [
        { id: "choix", label: "Choix", type: "choice", options, other: {} },
        { id: "plusieurs", label: "Plusieurs", type: "choices", options, other: {}, max: 2 },
        { id: "oui", label: "Oui", type: "yes-no", required: false },
        { id: "nombre", label: "Nombre", type: "number", decimals: 3, min: -5, required: false },
        { id: "debut", label: "Du", type: "date", min: { days: 2 } },
        { id: "fin", label: "Au", type: "date", min: { field: "debut", days: 1 } },
      ],
    },
    {
      id: "deux",
      title: "Deux",
      visibleIf: when('"b" not in plusieurs'),
      fields: [
        { id: "texte", label: "Texte", type: "text", maxLength: 20 },
        { id: "plaque", label: "Plaque", type: "text", format: "plate", required: false },
        { id: "iban", label: "IBAN", type: "text", format: "iban", required: false },
        { id: "titre", type: "heading", text: "Suite" },
        { id: "prix", label: "Prix", type: "currency", max: 90, required: false },
        { id: "avis", label: "Avis", type: "rating", required: false },
        { id: "heure", label: "Heure", type: "time", required: false },
        { id: "plage", label: "Plage", type: "time-range", overnight: true, required: false },
        { id: "rendez-vous", label: "Rendez-vous", type: "date-time", required: false },
        { id: "depuis", label: "Depuis", type: "partial-date", required: false },
        { id: "long", label: "Long", type: "long-text", required: false },
        { id: "courriel", label: "Courriel", type: "email", required: false },
        { id: "telephone", label: "Téléphone", type: "phone", required: false },
        { id: "note", type: "explanation", text: "Bonjour" },
        { id: "commune", label: "Commune", type: "commune", required: false },
        { id: "naissance", label: "Naissance", type: "commune", within: "anywhere" },
        { id: "adresse", label: "Adresse", type: "address", required: false },
      ],
    },
    {
      id: "trois",
      title: "Trois",
      fields: [
        { id: "piece", label: "Pièce", type: "file", maxCount: 2, required: false },
        { id: "accord", label: "Accord", type: "consent", required: false },
        { id: "identite", type: "identity", parts: ["familyName", "birthdate", "phone"] },
        {
          id: "cache",
          label: "Caché",
          type: "text",
          visibleIf: when(
            'choix in ["a", "other"] or nombre > 1 or debut < "2027-06-01" or adresse != None',
          ),
        },
        {
          id: "enfants",
          label: "Enfants",
          type: "repeat",
          itemLabel: "Enfant",
          addLabel: "Ajouter",
          min: 0,
          max: 3,
          fields: [
            { id: "prenom", label: "Prénom", type: "text" },
            { id: "ne", label: "Né le", type: "date", max: { days: 0 }, required: false },
            { id: "jours", label: "Jours", type: "choices", options, required: false },
          ],
        },
      ],
    },
  ],
};
const definition = formDefinition.parse(everything);
const fields = definition.steps.flatMap((step) => step.fields);

const names = [
  ...fields.flatMap((field) => controlNames(field, { enfants: "3" })),
  "constructor",
  "__proto__",
  "enfants.999.prenom",
];
const plausible = fc
  .constantFrom(
    "a b other oui non 1,5 -3 27/03/2027 28/03/2027 1er-juin-2027 2027-02-30 9h 17:30 1987 03/1987 12,50€ 69029 Bron 69500 45.75 2".split(
      " ",
    ),
  )
  .chain((words) =>
    fc.constantFrom(...words, "1er juin 2027", "06 39 98 12 34", "ada@exemple.fr", "ab 123 cd"),
  );
const value = fc.oneof(
  { weight: 4, arbitrary: plausible },
  { weight: 1, arbitrary: anything },
  { weight: 1, arbitrary: fc.uuid() },
);
const typed = fc.dictionary(
  fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...names) }, fc.string()),
  fc.oneof(value, fc.array(value, { maxLength: 4 })),
  { maxKeys: 40 },
) as fc.Arbitrary<Typed>;

const runs = { numRuns: 300 };

describe("whatever is typed", { timeout: 30_000 }, () => {
  test("nothing throws, and every sentence is about a control of the step", () => {
    fc.assert(
      fc.property(typed, (typed) => {
        for (const step of journey(definition, typed, TODAY)) {
          const { errors } = checkStep(step, typed, TODAY);
          const controls = step.fields.flatMap((field) => controlNames(field, typed));
          for (const name of Object.keys(errors)) expect(controls).toContain(name);
        }
        summary(definition, answersOf(definition, typed, TODAY));
      }),
      runs,
    );
  });

  test("answers read again as typed are the same answers", () => {
    fc.assert(
      fc.property(typed, (typed) => {
        const answers = answersOf(definition, typed, TODAY);
        expect(answersOf(definition, asTyped(definition, answers), TODAY)).toEqual(answers);
      }),
      runs,
    );
  });

  test("only visible fields are answered", () => {
    fc.assert(
      fc.property(typed, (typed) => {
        const visible = journey(definition, typed, TODAY).flatMap((step) => step.fields);
        const ids = visible.map(({ id }) => id);
        for (const id of Object.keys(answersOf(definition, typed, TODAY)))
          expect(ids).toContain(id);
      }),
      runs,
    );
  });

  test("the browser, which sends JSON, and the server find the same", () => {
    fc.assert(
      fc.property(typed, (typed) => {
        const [step] = journey(definition, typed, TODAY);
        if (!step) return;
        const sent: Typed = JSON.parse(JSON.stringify(typedOf(step, Object.entries(typed))));
        const here = checkStep(step, typedOf(step, Object.entries(typed)), TODAY);
        const there = stepSchema(JSON.parse(JSON.stringify(step)), TODAY).safeParse(sent);
        expect(there.success).toBe(Object.keys(here.errors).length === 0);
        if (there.success) expect(there.data).toEqual(here.answers);
        else
          expect(
            Object.fromEntries(there.error.issues.map((i) => [i.path.join("."), i.message])),
          ).toEqual(here.errors);
      }),
      runs,
    );
  });

  test("saving a step twice is saving it once, and PostgreSQL can hold it", () => {
    fc.assert(
      fc.property(typed, typed, (before, after) => {
        for (const step of definition.steps) {
          const said = typedOf(step, Object.entries(after));
          const once = withStep(before, step, said);
          expect(withStep(once, step, said)).toEqual(once);
          expect(JSON.stringify(said)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
        }
      }),
      runs,
    );
  });
});
