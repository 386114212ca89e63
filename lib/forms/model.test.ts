import { describe, expect, test } from "vitest";
import { when } from "@/lib/expressions/model/parse";
import {
  addItem,
  answersOf,
  asTyped,
  checkStep,
  journey,
  nextStep,
  progress,
  removeItem,
  stepSchema,
  summary,
  type Typed,
  typedOf,
  withStep,
} from "./model";
import { formDefinition } from "./schemas";

const plainSpaces = (text = "") => text.replace(/[\u00a0\u202f]/g, " ");

const TODAY = "2027-03-01";

const text = { id: "q", label: "Nom", type: "text" } as const;
const date = { id: "q", label: "Jour", type: "date" } as const;
const options = [
  { value: "matin", label: "Le matin" },
  { value: "soir", label: "Le soir" },
];
const choice = { id: "q", label: "Créneau", type: "choice" as const, options, other: {} };
const choices = { ...choice, type: "choices" as const };

const moving = formDefinition.parse({
  steps: [
    { id: "vous", title: "Vous", fields: [{ ...choice, id: "profil" }] },
    {
      id: "entreprise",
      title: "Votre entreprise",
      visibleIf: when('profil == "soir"'),
      fields: [{ ...text, id: "siret" }],
    },
    {
      id: "dates",
      title: "Dates",
      fields: [
        { ...date, id: "debut", label: "Du" },
        { ...date, id: "fin", label: "Au", min: { field: "debut", days: 1 } },
        {
          ...text,
          id: "remarque",
          visibleIf: when("siret != None"),
        },
      ],
    },
    {
      id: "enfants",
      title: "Enfants",
      fields: [
        {
          id: "enfants",
          label: "Enfants",
          type: "repeat",
          itemLabel: "Enfant",
          addLabel: "Ajouter un enfant",
          max: 3,
          fields: [
            { ...text, id: "prenom", label: "Prénom" },
            { ...choices, id: "jours" },
          ],
        },
      ],
    },
  ],
});

const stepIds = (typed: Typed) => journey(moving, typed).map(({ id }) => id);

describe("the way through a form", () => {
  test("a step whose condition does not hold is skipped", () => {
    expect(stepIds({ profil: "matin" })).toEqual(["vous", "dates", "enfants"]);
    expect(stepIds({ profil: "soir" })).toEqual(["vous", "entreprise", "dates", "enfants"]);
    expect(nextStep(moving, { profil: "matin" }, "vous")?.id).toBe("dates");
    expect(nextStep(moving, {}, "enfants")).toBeUndefined();
  });

  test("progress counts the recap as the last step", () => {
    expect(progress(moving, { profil: "matin" }, "dates")).toEqual({ position: 2, total: 4 });
    expect(progress(moving, { profil: "soir" })).toEqual({ position: 5, total: 5 });
  });

  test("an answer left in a hidden step opens nothing and is dropped", () => {
    const typed = { profil: "matin", siret: "x", remarque: "y" };
    expect(answersOf(moving, typed, TODAY)).toEqual({ profil: "matin", enfants: [{}] });
  });

  test("the end must come after the start", () => {
    const typed = { debut: "27/03/2027", fin: "27/03/2027" };
    const dates = journey(moving, typed).find((step) => step.id === "dates");
    expect(plainSpaces(dates && checkStep(dates, typed, TODAY).errors.fin)).toMatch(/28 mars 2027/);
  });
});

describe("a repeatable block", () => {
  const block = moving.steps[3]?.fields[0];
  if (block?.type !== "repeat") throw new Error("no block");
  const typed = { enfants: "2", "enfants.0.prenom": "Léa", "enfants.1.prenom": "Tom" };

  test("asks each item its own questions", () => {
    const { answers, errors } = checkStep(
      { fields: [block] },
      { ...typed, "enfants.1.prenom": "" },
    );
    expect(answers).toEqual({ enfants: [{ prenom: "Léa" }, {}] });
    expect(Object.keys(errors)).toEqual(["enfants.0.jours", "enfants.1.prenom", "enfants.1.jours"]);
    expect(errors["enfants.1.prenom"]).toMatch(/^Enfant 2(, «| : )/);
    const alone = checkStep({ fields: [block] }, { enfants: "1" });
    expect(alone.errors["enfants.0.prenom"]).not.toContain("Enfant");
  });

  test("grows to its maximum and no further", () => {
    const full = addItem(block, addItem(block, typed));
    expect(full.enfants).toBe("3");
  });

  test("removing the first moves the second up; the last one stays", () => {
    const left = removeItem(block, typed, 0);
    expect(left).toEqual({ enfants: "1", "enfants.0.prenom": "Tom" });
    expect(removeItem(block, left, 0)).toBe(left);
  });

  test("« 999999 » items are as many as the form allows", () => {
    expect(checkStep({ fields: [block] }, { enfants: "999999" }).answers.enfants).toHaveLength(3);
  });
});

describe("what a browser posts", () => {
  const [step] = moving.steps;
  if (!step) throw new Error("no step");

  test("keeps this step's controls and nothing else", () => {
    const posted: [string, string][] = [
      ["profil", "other"],
      ["profil.other", "chat\0\ud800"],
      ["fin", "27/03/2027"],
      ["csrf", "x"],
      ["__proto__", "y"],
    ];
    expect(typedOf(step, posted)).toEqual({ profil: "other", "profil.other": "chat\ufffd" });
  });

  test("a step saved replaces what it said, and touches no other", () => {
    const before = { profil: "other", "profil.other": "x", fin: "y" };
    expect(withStep(before, step, { profil: "matin" })).toEqual({ profil: "matin", fin: "y" });
  });

  test("the zod schema says the same as the check", () => {
    expect(stepSchema(step).safeParse({}).error?.issues).toMatchObject([
      { path: ["profil"], message: checkStep(step, {}).errors.profil },
    ]);
    expect(stepSchema(step).parse({ profil: "soir" })).toEqual({ profil: "soir" });
  });
});

test("the summary reads like the form, with its origins", () => {
  const typed = {
    profil: "other",
    "profil.other": "chat",
    debut: "27/03/2027",
    enfants: "1",
    "enfants.0.prenom": "Léa",
    "enfants.0.jours": ["matin"],
  };
  expect(summary(moving, answersOf(moving, typed, TODAY), { debut: "vault" })).toMatchObject([
    { stepId: "vous", rows: [{ name: "profil", lines: ["Autre\u00a0: chat"], origin: "typed" }] },
    {
      stepId: "dates",
      rows: [
        { label: "Du", lines: ["27\u00a0mars\u00a02027"], origin: "vault" },
        { label: "Au", lines: [] },
      ],
    },
    {
      stepId: "enfants",
      rows: [
        { name: "enfants.0.prenom", label: "Enfant 1, prénom", lines: ["Léa"] },
        { label: "Enfant 1, créneau", lines: ["Le matin"] },
      ],
    },
  ]);
});

test("answers come back as they could be typed", () => {
  const typed = { profil: "other", "profil.other": "chat", debut: "27/03/2027", enfants: "1" };
  expect(asTyped(moving, answersOf(moving, typed, TODAY))).toEqual(typed);
});
