import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { goodAnswer } from "@/db/test/good-answers";
import { anyForm, conditionOn } from "@/db/test/random-forms";
import { anything } from "@/db/test/random-texts";
import {
  addItem,
  answersOf,
  asTyped,
  checkStep,
  journey,
  keepOrigins,
  nextStep,
  prefill,
  progress,
  removeItem,
  stepSchema,
  summary,
  type Typed,
  typedOf,
  unfinished,
} from "../model";
import { type Field, type FormDefinition, formDefinition } from "../schemas";
import { holds } from "./conditions";
import { controlNames } from "./typed";

const TODAY = "2027-03-01";

const published = anyForm.map((form) => formDefinition.parse(form));
const fieldsOf = ({ steps }: Pick<FormDefinition, "steps">) => steps.flatMap((s) => s.fields);

const asks = (field: Field) => controlNames(field, {}).length > 0;

const WORDS = ["oui", "non", "rouge", "vert", "other", "12,5", "3", "1er juin 2027", "69029", "x"];
const MORE = ["2", "01/02/2020", "samira@exemple.fr", "06 39 98 12 34", "ab 123 cd", "69500", " "];

/** The same form with nothing hidden. */
const bare = ({ steps }: FormDefinition) =>
  steps.map((step) => ({
    ...step,
    visibleIf: undefined,
    fields: step.fields.map((field) => ({ ...field, visibleIf: undefined })),
  }));

/** Typed by somebody careful, careless or hostile: each control well, badly or not at all. */
const typedIn = (fields: readonly Field[]): fc.Arbitrary<Typed> => {
  const names = fields.flatMap((field) => controlNames(field, { [field.id]: "2" }));
  const value = fc.oneof(fc.constantFrom(...WORDS, ...MORE), anything);
  const some = fc.record(
    Object.fromEntries(names.map((name) => [name, fc.oneof(value, fc.array(value))])),
    { requiredKeys: [] },
  );
  const good = fc.subarray([...fields]).map((kept) => kept.map((field) => goodAnswer(field)));
  return fc
    .tuple(some, good, fc.boolean())
    .map(([bad, kept, isCareful]) => Object.assign({}, isCareful ? {} : bad, ...kept) as Typed);
};

const filled = published.chain((form) => fc.tuple(fc.constant(form), typedIn(fieldsOf(form))));

const holdsFor = (check: (form: FormDefinition, typed: Typed) => void, numRuns = 100) =>
  fc.assert(
    fc.property(filled, ([form, typed]) => check(form, typed)),
    { numRuns },
  );

const idsOf = (steps: readonly { fields: readonly Field[] }[]) =>
  new Set(steps.flatMap(({ fields }) => fields.map(({ id }) => id)));

const without = (typed: Typed, ids: Set<string>): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([n]) => ids.has(n.split(".")[0] ?? "")));

describe("the way through any form, whatever is typed", { timeout: 30_000 }, () => {
  test("a step is on the way exactly when its conditions hold of the answers before it", () => {
    holdsFor((form, typed) => {
      const shown = new Map(journey(form, typed, TODAY).map((step) => [step.id, step]));
      const before: Record<string, unknown> = {};
      for (const step of form.steps) {
        const fields = holds(step.visibleIf, before, TODAY)
          ? step.fields.filter(({ visibleIf }) => holds(visibleIf, before, TODAY))
          : [];
        const isPage = fields.some(({ type }) => type !== "hidden" && type !== "computed");
        const ids = (all: readonly Field[] = []) => all.map(({ id }) => id);
        expect(ids(shown.get(step.id)?.fields)).toEqual(isPage ? ids(fields) : []);
        Object.assign(before, checkStep({ fields }, typed, TODAY, { ...before }).answers);
      }
      expect(answersOf(form, typed, TODAY)).toEqual(before);
    });
  });

  test("what is left over in hidden fields changes nothing", () => {
    holdsFor((form, typed) => {
      const visible = idsOf(journey(form, typed, TODAY));
      const bare = without(typed, visible);
      expect(answersOf(form, bare, TODAY)).toEqual(answersOf(form, typed, TODAY));
      expect(unfinished(form, bare, TODAY)).toEqual(unfinished(form, typed, TODAY));
      const hidden = fieldsOf(form).filter(({ id }) => !visible.has(id));
      const stuffed = Object.assign({}, ...hidden.map((field) => goodAnswer(field)), bare) as Typed;
      expect(answersOf(form, stuffed, TODAY)).toEqual(answersOf(form, typed, TODAY));
    });
  });

  test("a visible required question is answered, or holds the request back", () => {
    holdsFor((form, typed) => {
      const answers = answersOf(form, typed, TODAY);
      const wrong = new Set(
        unfinished(form, typed, TODAY).flatMap(({ errors }) =>
          Object.keys(errors).map((name) => name.split(".")[0]),
        ),
      );
      for (const field of fieldsOf({ steps: journey(form, typed, TODAY) }))
        if ("required" in field && field.required)
          expect(Object.hasOwn(answers, field.id) || wrong.has(field.id), field.id).toBe(true);
    });
  });
});

describe("the answers to any form, whatever is typed", { timeout: 30_000 }, () => {
  test("answers read again as typed are the same answers, and the recap shows each", () => {
    holdsFor((form, typed) => {
      const answers = answersOf(form, typed, TODAY);
      expect(answersOf(form, asTyped(form, answers), TODAY)).toEqual(answers);
      const rows = summary(form, answers).flatMap((section) => section.rows);
      const shown = new Set(rows.map(({ name }) => name.split(".")[0]));
      for (const [id, answer] of Object.entries(answers))
        if (!(Array.isArray(answer) && answer.every((item) => !Object.keys(item).length)))
          expect(shown, id).toContain(id);
    });
  });

  test("the browser and the server find the same, step by step", () => {
    holdsFor((form, typed) => {
      for (const step of journey(form, typed, TODAY)) {
        const posted = typedOf(step, Object.entries(typed));
        const { answers, errors } = checkStep(step, posted, TODAY);
        const there = stepSchema(structuredClone(step), TODAY).safeParse(posted);
        const found = there.error?.issues.map((i) => [i.path.join("."), i.message]) ?? [];
        expect(Object.fromEntries(found)).toEqual(errors);
        if (there.success) expect(there.data).toEqual(answers);
      }
    });
  });

  test("« Continuer » goes through every step once, and the count never goes back", () => {
    holdsFor((form, typed) => {
      const steps = journey(form, typed).map(({ id }) => id);
      const walked: string[] = [];
      for (let id = steps[0]; id; id = nextStep(form, typed, id)?.id) {
        walked.push(id);
        expect(progress(form, typed, id)).toEqual({
          position: walked.length,
          total: steps.length + 1,
        });
      }
      expect(walked).toEqual(steps);
      expect(progress(form, typed).position).toBe(steps.length + 1);
    });
  });

  test("a link fills nothing that the next page would call wrong", () => {
    holdsFor((form, typed) => {
      const { typed: given } = prefill(form, { link: typed }, {}, TODAY);
      for (const step of form.steps)
        for (const name of Object.keys(checkStep(step, given, TODAY).errors))
          expect([given[name] ?? ""].flat()[0]?.trim() ?? "", name).toBe("");
    });
  });
});

test("no form is a dead end: who answers well can always send it", () => {
  fc.assert(
    fc.property(published, (form) => {
      const typed = Object.assign({}, ...fieldsOf(form).map((field) => goodAnswer(field))) as Typed;
      expect(unfinished(form, typed, TODAY)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("a condition and its contrary never agree, and « all » and « any » mirror each other", () => {
  const withAnswers = published
    .filter((form) => fieldsOf(form).some(asks))
    .chain((form) => {
      const asked = fieldsOf(form).filter(asks);
      return fc.tuple(
        fc.array(conditionOn(asked), { minLength: 1, maxLength: 3 }),
        typedIn(asked).map((typed) => answersOf({ steps: bare(form) }, typed, TODAY)),
      );
    });
  fc.assert(
    fc.property(withAnswers, ([conditions, answers]) => {
      const each = conditions.map((condition) => holds(condition, answers, TODAY));
      const contraries = conditions.map((of) => ({ op: "not" as const, of }));
      expect(contraries.map((c) => holds(c, answers, TODAY))).toEqual(each.map((is) => !is));
      expect(holds({ op: "and", of: conditions }, answers, TODAY)).toBe(!each.includes(false));
      expect(holds({ op: "or", of: conditions }, answers, TODAY)).toBe(each.includes(true));
      expect(holds({ op: "or", of: contraries }, answers, TODAY)).toBe(each.includes(false));
    }),
  );
});

test("what the State certified stays, whatever is posted over it", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("i.a", "i.b", "c"), fc.string()), (after) => {
      const before = { "i.a": "Benali", "i.b": "Samira" };
      const kept = keepOrigins(before, after, { "i.a": "certified", "i.b": "account" });
      expect(kept.typed["i.a"]).toBe("Benali");
      expect(kept.origins["i.a"]).toBe("certified");
      expect(kept.origins["i.b"]).toBe((after["i.b"] ?? "") === "Samira" ? "account" : undefined);
    }),
  );
});

test("an item added then removed leaves the others as they were", () => {
  const field = formDefinition.parse({
    steps: [
      {
        id: "e",
        title: "E",
        fields: [
          {
            id: "enfants",
            label: "Enfants",
            type: "repeat",
            itemLabel: "Enfant",
            addLabel: "Ajouter",
            min: 0,
            max: 4,
            fields: [{ id: "prenom", label: "Prénom", type: "text" }],
          },
        ],
      },
    ],
  }).steps[0]?.fields[0];
  if (field?.type !== "repeat") throw new Error("no block");
  const names = fc.array(fc.string({ minLength: 1 }), { maxLength: 3 });
  const typedAs = (all: string[]): Typed =>
    Object.fromEntries([
      ["enfants", String(all.length)],
      ...all.map((name, i) => [`enfants.${i}.prenom`, name]),
    ]);
  fc.assert(
    fc.property(names, fc.nat(3), (all, at) => {
      const more = addItem(field, typedAs(all));
      expect(removeItem(field, more, all.length)).toEqual(typedAs(all));
      const less = removeItem(field, typedAs(all), at);
      expect(less).toEqual(typedAs(all.filter((_, i) => i !== at)));
    }),
  );
});
