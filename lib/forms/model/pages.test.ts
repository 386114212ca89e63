import { describe, expect, test } from "vitest";
import { parseExpression } from "@/lib/expressions/model/parse";
import {
  answersOf,
  checkStep,
  estimatedMinutes,
  journey,
  papersOf,
  stepSchema,
  unfinished,
  walk,
} from "../model";
import { formDefinition } from "../schemas";

const TODAY = "2027-03-01";

const expr = (text: string) => {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.tree;
};

const form = formDefinition.parse({
  steps: [
    {
      id: "foyer",
      title: "Foyer",
      fields: [
        { id: "adultes", label: "Adultes", type: "number" },
        { id: "enfants", label: "Enfants", type: "number" },
        { id: "note", label: "Note", type: "text", required: false },
      ],
      postConditions: [
        { test: expr("adultes + enfants <= 9"), message: "Comptez 9 personnes au plus" },
      ],
      exit: {
        when: expr("adultes == 0"),
        title: "Un adulte doit faire la demande",
        text: "Demandez à un adulte de votre foyer.",
      },
    },
    {
      id: "joindre",
      title: "Pièces",
      fields: [
        { id: "piece", label: "Pièce d’identité", hint: "Recto et verso.", type: "file" },
        { id: "bail", label: "Bail", type: "file", required: false },
      ],
    },
  ],
});

const errorsOf = (typed: Record<string, string>) =>
  unfinished(form, typed, TODAY).map(({ step, errors }) => [step.id, errors]);

describe("a page as a whole", () => {
  test("is looked at once each answer is good, and says where to change something", () => {
    expect(errorsOf({ adultes: "x", enfants: "9" })[0]).toEqual([
      "foyer",
      { adultes: expect.stringContaining("nombre entier") },
    ]);
    expect(errorsOf({ adultes: "2", enfants: "8" })[0]).toEqual([
      "foyer",
      { enfants: "Comptez 9 personnes au plus" },
    ]);
    expect(errorsOf({ adultes: "2", enfants: "1" })[0]?.[0]).toBe("joindre");
  });

  test("is found the same by the browser", () => {
    const [step] = form.steps;
    if (!step) throw new Error("no step");
    const typed = { adultes: "2", enfants: "8" };
    const sent = { fields: step.fields, postConditions: step.postConditions };
    const found = stepSchema(structuredClone(sent), TODAY).safeParse(typed).error?.issues;
    expect(found?.map(({ path, message }) => [path.join("."), message])).toEqual(
      Object.entries(checkStep(step, typed, TODAY).errors),
    );
  });

  test("may lead no further: the way ends there, and nothing can be sent", () => {
    const typed = { adultes: "0", enfants: "1", piece: "6f1c1de4-2f7b-4a55-9d3c-0b5f7e1c9a10" };
    expect(journey(form, typed, TODAY).map(({ id }) => id)).toEqual(["foyer"]);
    expect(walk(form, typed, TODAY)[0]?.exit?.text).toBe("Demandez à un adulte de votre foyer.");
    expect(answersOf(form, typed, TODAY)).toEqual({ adultes: 0, enfants: 1 });
    expect(errorsOf(typed)).toEqual([["foyer", { adultes: "Un adulte doit faire la demande" }]]);
  });
});

test("the time it takes and the papers to prepare come from the questions", () => {
  expect(estimatedMinutes(form)).toBe(4);
  expect(papersOf(form)).toEqual([
    { title: "Pièce d’identité", note: "Recto et verso." },
    { title: "Bail", note: "Dans certains cas." },
  ]);
});
