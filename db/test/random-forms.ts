import fc from "fast-check";
import { when } from "@/lib/expressions/model/parse";
import type { Condition, FormDefinitionInput } from "@/lib/forms/schemas";
import { TEXT_FORMATS } from "@/lib/forms/schemas/fields";

type FieldInput = FormDefinitionInput["steps"][number]["fields"][number];

const OPTIONS = ["rouge", "vert", "bleu"].map((value) => ({ value, label: value }));

/** The questions that a form may ask, without their id. */
const SHAPES: ((id: string, required: boolean) => FieldInput)[] = [
  (id, required) => ({ id, label: id, type: "text", maxLength: 12, required }),
  ...TEXT_FORMATS.map((format) => (id: string, required: boolean) => ({
    ...{ id, label: id, type: "text" as const, format, required },
  })),
  (id, required) => ({ id, label: id, type: "currency", min: 5, max: 900.5, required }),
  (id, required) => ({ id, label: id, type: "rating", required }),
  (id, required) => ({ id, label: id, type: "date-time", min: { days: 1 }, required }),
  (id, required) => ({ id, label: id, type: "partial-date", max: { years: 1 }, required }),
  (id, required) => ({ id, label: id, type: "time", min: "08:00", required }),
  (id, required) => ({ id, label: id, type: "time-range", max: "18:00", required }),
  (id, required) => ({ id, label: id, type: "long-text", required }),
  (id, required) => ({ id, label: id, type: "email", required }),
  (id, required) => ({ id, label: id, type: "phone", required }),
  (id, required) => ({ id, label: id, type: "number", min: 1, max: 40, decimals: 1, required }),
  (id, required) => ({
    id,
    label: id,
    type: "date",
    min: { days: 1 },
    max: { years: 1 },
    required,
  }),
  (id, required) => ({ id, label: id, type: "yes-no", required }),
  (id, required) => ({ id, label: id, type: "consent", required }),
  (id, required) => ({ id, label: id, type: "choice", options: OPTIONS, other: {}, required }),
  (id, required) => ({ id, label: id, type: "choices", options: OPTIONS, max: 2, required }),
  (id, required) => ({
    ...{ id, label: id, type: "linked-choice", levels: ["Lieu", "Rue"], required },
    options: [
      { value: "nord", label: "Nord" },
      { value: "sud", label: "Sud" },
      { value: "quai", label: "Quai", parent: "nord" },
      { value: "pont", label: "Pont", parent: "nord" },
    ],
  }),
  (id, required) => ({ id, label: id, type: "ranking", options: OPTIONS, top: 2, required }),
  (id, required) => ({
    ...{ id, label: id, type: "matrix", rows: OPTIONS, columns: OPTIONS, required },
    several: required,
  }),
  (id, required) => ({ id, label: id, type: "commune", required }),
  (id, required) => ({ id, label: id, type: "commune", within: "anywhere", required }),
  (id, required) => ({ id, label: id, type: "address", required }),
  (id, required) => ({ id, label: id, type: "file", required }),
  (id, required) => ({ id, label: id, type: "signature", required }),
  (id, required) => ({ id, label: id, type: "map", required }),
  (id, required) => ({ id, label: id, type: "map", geometry: "polygon", required }),
  (id) => ({ id, label: id, type: "payment-link", url: "https://exemple.fr/payer" }),
  (id) => ({ id, type: "identity" }),
  (id) => ({ id, type: "explanation", text: "Bonjour" }),
  (id) => ({ id, type: "heading", text: "Vous", level: "subtitle" }),
  (id) => ({
    ...{ id, label: id, type: "hidden", shownIn: ["summary"] },
    prefill: { from: "constant", value: "guichet" },
  }),
  (id) => ({
    ...{ id, label: id, type: "computed", shownIn: ["summary"] },
    value: { op: "value", value: 12 },
  }),
  (id, required) => ({
    id,
    label: id,
    type: "repeat",
    itemLabel: "Enfant",
    addLabel: "Ajouter un enfant",
    min: required ? 1 : 0,
    max: 3,
    fields: [
      { id: "prenom", label: "Prénom", type: "text" },
      { id: "ne", label: "Né le", type: "date", required: false },
    ],
  }),
];

/** What a condition may say of one field. */
function comparisons({ id, type, ...rest }: FieldInput): Condition[] {
  const answered = `${id} != None`;
  switch (type) {
    case "yes-no":
    case "consent":
      return [answered, id, `${id} == True`].map(when);
    case "choice":
      return [
        answered,
        `${id} == "rouge"`,
        `${id} in ["vert", "bleu"]`,
        ...("other" in rest && rest.other ? [`${id} == "other"`] : []),
      ].map(when);
    case "choices":
      return [answered, `"rouge" in ${id}`, `${id}|length > 1`].map(when);
    case "number":
    case "currency":
      return [answered, `${id} > 10`, `${id} * 2 < 5`].map(when);
    case "date":
      return [answered, `${id} > today`, `${id} <= today|add_working_days:20`].map(when);
    case "commune":
      return [answered, `${id} == "69029"`].map(when);
    case "text":
      return [answered, `${id}|lower|startswith:"i"`].map(when);
    default:
      return [when(answered)];
  }
}

/** A condition, up to three levels deep, on these fields only. */
export function conditionOn(fields: FieldInput[]): fc.Arbitrary<Condition> {
  const leaf = fc.constantFrom(...fields.flatMap(comparisons));
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      tie("condition").map((of): Condition => ({ op: "not", of })),
      fc
        .tuple(
          fc.constantFrom("and" as const, "or" as const),
          fc.array(tie("condition"), { minLength: 2, maxLength: 3 }),
        )
        .map(([op, of]): Condition => ({ op, of })),
    ),
  }));
  return condition;
}

const maybe = (fields: FieldInput[]) =>
  fields.length === 0 ? fc.constant(undefined) : fc.option(conditionOn(fields), { nil: undefined });

const shownIf = <T extends object>(thing: T, visibleIf: Condition | undefined) =>
  visibleIf ? { ...thing, visibleIf } : thing;

/** The questions of one step; `earlier`: what its conditions may look at. */
const stepOf = (index: number, earlier: FieldInput[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...SHAPES), fc.boolean(), maybe(earlier)), {
      minLength: 1,
      maxLength: 4,
    })
    .chain((shapes) =>
      maybe(earlier).map((visibleIf) => {
        const fields = shapes.map(([shape, required, condition], n) =>
          shownIf(shape(`champ-${index}-${n}`, required), condition),
        );
        return shownIf({ id: `etape-${index}`, title: `Étape ${index}`, fields }, visibleIf);
      }),
    );

type StepInput = FormDefinitionInput["steps"][number];

const withSteps = (steps: StepInput[], more: number): fc.Arbitrary<StepInput[]> =>
  more === 0
    ? fc.constant(steps)
    : stepOf(
        steps.length,
        steps
          .flatMap(({ fields }) => fields)
          .filter(({ type }) => type !== "explanation" && type !== "heading"),
      ).chain((step) => withSteps([...steps, step], more - 1));

/** Any form that an author could publish, of one to four steps. */
export const anyForm: fc.Arbitrary<FormDefinitionInput> = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => withSteps([], count))
  .map((steps) => ({ steps }));
