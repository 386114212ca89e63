import fc from "fast-check";
import { goodAnswer } from "@/db/test/good-answers";
import { type Typed, walk } from "@/lib/forms/model";
import type { Field, FieldOf, FormDefinition, ItemField } from "@/lib/forms/schemas";

type Choose = (most: number) => number;

const day = (iso: string) => iso.split("-").reverse().join("/");

function shifted(today: string, days: number) {
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A day that both bounds allow. */
function dayFor({ min, max }: FieldOf<"date">, today: string) {
  const near = min ?? max;
  if (!near) return day(shifted(today, -9000));
  if ("date" in near) return day(near.date);
  if ("days" in near && !("field" in near)) return day(shifted(today, near.days));
  return day(today);
}

/** A text that a pattern matches, the same for the same seed. */
function matching(pattern: string, seed: number) {
  const [text = ""] = fc.sample(fc.stringMatching(new RegExp(`^(?:${pattern})$`)), {
    numRuns: 1,
    seed,
  });
  return text;
}

function line(field: FieldOf<"text">, seed: number) {
  const pattern = field.validators?.find(({ check }) => check === "pattern");
  if (pattern?.check !== "pattern") return goodAnswer(field)[field.id] ?? "Ici";
  for (let more = 0; more < 50; more += 1) {
    const text = matching(pattern.pattern, seed + more).trim();
    if (text && text.length <= field.maxLength) return text;
  }
  return "1";
}

function chosen({ options, min = 1, max = options.length }: FieldOf<"choices">, choose: Choose) {
  const many = Math.max(min, Math.min(max, 1 + choose(options.length - 1)));
  return options.slice(0, many).map(({ value }) => value);
}

type Around = { today: string; choose: Choose };

/** What somebody careful types in this field, whatever it asks. */
function answerTo(field: Field | ItemField, id: string, around: Around): Typed {
  const { today, choose } = around;
  switch (field.type) {
    case "text":
      return { [id]: line(field, choose(1000)) };
    case "choice":
      return { [id]: field.options[choose(field.options.length - 1)]?.value ?? "" };
    case "choices":
      return { [id]: chosen(field, choose) };
    case "date":
      return { [id]: dayFor(field, today) };
    case "number":
      return { [id]: String(Math.max(field.min ?? 1, 1)) };
    case "consent":
      return field.required || choose(1) === 1 ? { [id]: "oui" } : {};
    case "matrix":
      return Object.fromEntries(
        field.rows.map(({ value }) => [`${id}.${value}`, field.columns[0]?.value ?? ""]),
      );
    case "repeat": {
      const many = Math.max(field.min, 1);
      const items = Array.from({ length: many }, (_, rank) =>
        field.fields.map((one) => answerTo(one, `${id}.${rank}.${one.id}`, around)),
      );
      return Object.assign({ [id]: String(many) }, ...items.flat());
    }
    default:
      return goodAnswer(field as Field, id);
  }
}

const OTHER_DAYS = [-9000, -10, 20, 60, 120, 400, -400];

type Form = Pick<FormDefinition, "steps">;

/** Another day for the dates of a page that its own checks refuse. */
function mended(form: Form, id: string, typed: Typed, today: string): Typed {
  const open = walk(form, typed, today).find(({ step }) => step.id === id);
  const dates = open?.step.fields.filter(({ type }) => type === "date") ?? [];
  if (!open || dates.length === 0 || Object.keys(open.errors).length === 0) return typed;
  for (const days of OTHER_DAYS) {
    const written = dates.map((field) => [field.id, day(shifted(today, days))]);
    const tried = { ...typed, ...Object.fromEntries(written) };
    const again = walk(form, tried, today).find(({ step }) => step.id === id);
    if (again && Object.keys(again.errors).length === 0) return tried;
  }
  return typed;
}

/** Page after page, up to the end or to where no answer leads further: what was typed, and what is still wrong. */
export function fillForm(form: Form, today: string, choose: Choose) {
  let typed: Typed = {};
  const pages = new Set<string>();
  for (let turn = 0; turn <= form.steps.length; turn += 1) {
    const open = walk(form, typed, today).find(({ step }) => !pages.has(step.id));
    if (!open) break;
    const { id, fields } = open.step;
    pages.add(id);
    for (const field of fields)
      typed = { ...typed, ...answerTo(field, field.id, { today, choose }) };
    typed = mended(form, id, typed, today);
  }
  const wrong = walk(form, typed, today).flatMap(({ step, errors }) =>
    Object.entries(errors).map(([control, why]) => `${step.id} › ${control}: ${why}`),
  );
  return { typed, pages: pages.size, wrong };
}
