// npm run bench:forms: what a form costs the engine that browser and server share, on one core.
import { existsSync } from "node:fs";
import { goodAnswer } from "../db/test/good-answers";
import { when } from "../lib/expressions/model/parse";
import { type Typed, walk } from "../lib/forms/model";
import {
  type FormDefinition,
  type FormDefinitionInput,
  formDefinition,
} from "../lib/forms/schemas";
import { translatePackage } from "../lib/imports/model/package";
import { readExport } from "../lib/integrations/export-files";

const FOLDER = "../shared/publik";
const TODAY = "2027-03-01";
const [STEPS, FIELDS, CONDITIONS] = [30, 10, 40];
const [MAX_MS, LEAST_PER_SECOND] = [2, 10_000];

type FieldInput = FormDefinitionInput["steps"][number]["fields"][number];

const options = ["a", "b", "c"].map((value) => ({ value, label: `Réponse ${value}` }));

/** Ten questions of as many kinds; the first ones of the step before decide of some of them. */
function fieldsOf(step: number): FieldInput[] {
  const id = (at: number) => `f-${step}-${at}`;
  const label = "Une question";
  const fields: FieldInput[] = [
    { id: id(0), label, type: "choice", options },
    { id: id(1), label, type: "number" },
    { id: id(2), label, type: "date" },
    { id: id(3), label, type: "choices", options },
    { id: id(4), label, type: "yes-no" },
    { id: id(5), label, type: "email" },
    { id: id(6), label, type: "phone" },
    { id: id(7), label, type: "address" },
    { id: id(8), label, type: "text", format: "postal-code" },
    { id: id(9), label, type: "long-text" },
  ];
  return fields.slice(0, FIELDS);
}

const SENTENCES = [
  (before: string) => `${before}-0 == "a" or ${before}-0 in ["b", "c"]`,
  (before: string) => `${before}-1 * 2 > 3 and ${before}-2|age_in_years < 18`,
  (before: string) => `"a" in ${before}-3 or ${before}-9|lower|length > 3`,
];

/** Every step but the first has one condition on a field; the rest are on the steps themselves. */
function bigForm(): FormDefinition {
  let left = CONDITIONS;
  const condition = (step: number, at: number) => {
    const sentence = SENTENCES[at % SENTENCES.length];
    if (step === 0 || left === 0 || !sentence) return {};
    left -= 1;
    return { visibleIf: when(sentence(`f-${step - 1}`)) };
  };
  const steps = Array.from({ length: STEPS }, (_, step) => ({
    id: `s-${step}`,
    title: "Une étape",
    ...(step % 3 === 0 ? condition(step, step) : {}),
    fields: fieldsOf(step).map((field, at) =>
      at === 7 ? { ...field, ...condition(step, step) } : field,
    ),
  }));
  return formDefinition.parse({ steps });
}

const wellTyped = ({ steps }: FormDefinition): Typed =>
  Object.assign({}, ...steps.flatMap(({ fields }) => fields.map((field) => goodAnswer(field))));

const timed = (run: () => void) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

function keystrokes(form: FormDefinition) {
  const typed = wellTyped(form);
  const strike = (n: number) => walk(form, { ...typed, "f-29-9": "x".repeat(n % 50) }, TODAY);
  for (let n = 0; n < 100; n += 1) strike(n);
  return median(Array.from({ length: 500 }, (_, n) => timed(() => strike(n))));
}

/** Those of the territory when they are there; a page of the big one otherwise. */
const averageForms = (big: FormDefinition): FormDefinition[] =>
  existsSync(FOLDER)
    ? translatePackage(readExport(FOLDER).files).forms.map(({ definition }) => definition)
    : [{ ...big, steps: big.steps.slice(0, 3) }];

/** Per second of processor, whatever else the machine does meanwhile. */
function submissions(forms: readonly FormDefinition[]) {
  const filled = forms.map((form) => [form, wellTyped(form)] as const);
  const rounds = (count: number) => {
    for (let n = 0; n < count; n += 1) for (const [form, typed] of filled) walk(form, typed, TODAY);
  };
  const count = Math.ceil(10_000 / filled.length);
  rounds(count);
  const before = process.cpuUsage();
  rounds(count);
  const { user, system } = process.cpuUsage(before);
  return Math.round((count * filled.length) / ((user + system) / 1e6));
}

const big = bigForm();
const forms = averageForms(big);
const fields = forms.reduce((sum, { steps }) => sum + steps.flatMap((s) => s.fields).length, 0);
const [perStrike, perSecond] = [keystrokes(big), submissions(forms)];

console.log(
  `${STEPS * FIELDS} fields, ${CONDITIONS} conditions: ${perStrike.toFixed(2)} ms per keystroke (median; ${MAX_MS} at most)`,
);
console.log(
  `${forms.length} ${existsSync(FOLDER) ? "imported forms" : "form (no exports at hand)"}, ${Math.round(fields / forms.length)} fields on average: ${perSecond} submissions checked per second of one core (${LEAST_PER_SECOND} at least)`,
);
if (perStrike > MAX_MS || perSecond < LEAST_PER_SECOND) process.exitCode = 1;
