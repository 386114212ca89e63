import { expect, test } from "vitest";
import { CATALOGUE_OF_FIELDS } from "@/db/test/catalogue-of-fields";
import { goodAnswer } from "@/db/test/good-answers";
import { answersOf, summary, type Typed, unfinished } from "../model";
import { formDefinition } from "../schemas";
import { field } from "../schemas/fields";

const TODAY = "2027-03-01";
const form = formDefinition.parse(CATALOGUE_OF_FIELDS);
const fields = form.steps.flatMap((step) => step.fields);

/** Refused in a form that is published. */
const NOT_YET = ["slot"];

test("the catalogue shows every type of field", () => {
  const types = field.options.map(({ shape }) => shape.type.value);
  const shown = new Set<string>(fields.map(({ type }) => type));
  expect(types.filter((type) => !shown.has(type))).toEqual(NOT_YET);
});

test("it can be filled to the end, and what it computes and carries is there", () => {
  const typed = Object.assign({}, ...fields.map((one) => goodAnswer(one)), {
    texte: "Ici",
    un: "soir",
    plusieurs: ["lundi"],
    "lieu.0": "bron",
    "lieu.1": "parc",
    "grille.proprete": "bon",
    "grille.bruit": "moyen",
    materiel: "2",
    "materiel.0.objet": "Chaise",
    "materiel.0.nombre": "4",
    "materiel.1.objet": "Table",
    "materiel.1.nombre": "1",
  }) as Typed;
  expect(unfinished(form, typed, TODAY).map(({ errors }) => errors)).toEqual([]);
  expect(answersOf(form, typed, TODAY)).toMatchObject({
    canal: "le site de la ville",
    origine: "site",
    double: 251,
  });
  const rows = summary(form, answersOf(form, typed, TODAY)).flatMap((section) => section.rows);
  expect(rows.map(({ name }) => name)).toContain("double");
  expect(rows.map(({ name }) => name)).not.toContain("origine");
});
