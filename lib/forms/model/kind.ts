import { formatNumber } from "@/lib/format/number";
import { frenchSpaces } from "@/lib/format/text";
import type { FieldErrors } from "@/lib/result";
import type { Field, ItemField } from "../schemas/fields";
import { one, type Typed } from "./posted";

/** Checked answers, by field id: what a submitted request keeps. */
export type Answers = Record<string, unknown>;

/** `answer`: what can be kept, if anything; `errors`: by control name. */
export type Checked = { answer?: unknown; errors: FieldErrors };

/** `before`: what is already answered among the field's neighbours, for bounds. */
export type Around = { today: string; before: Readonly<Answers> };

/** All that is particular to one type of field. `name`: its control, dotted inside a repeatable block. */
export type Kind<F> = {
  /** The names of its controls, as posted. The first is where an error or « Modifier » leads. */
  controls(field: F, name: string): string[];
  /** Those among them that may have several values. */
  lists?(field: F, name: string): string[];
  /** From what was typed to its canonical answer, or to sentences that say what to do. */
  check(field: F, name: string, typed: Typed, around: Around): Checked;
  /** The inverse: an answer as the person would type it. */
  asTyped(field: F, name: string, answer: unknown): Typed;
  /** An answer as people read it, one entry per line. */
  lines(field: F, answer: unknown): string[];
};

export const kept = (answer: unknown): Checked => ({ answer, errors: {} });
export const refused = (name: string, sentence: string): Checked => ({
  errors: { [name]: sentence },
});
export const NOTHING: Checked = { errors: {} };

type Asked = {
  label: string;
  errors: { missing?: string | undefined; wrong?: string | undefined };
};

/** « Nom » : écrivez votre réponse. Fields come one after the other in an error summary: the label tells which. */
export const about = (label: string, what: string) =>
  frenchSpaces(`« ${label.replace(/\s*[?:]$/, "")} » : ${what}`);

/** What to do about a question left blank, in the author's words if there are any. */
export const missing = ({ label, errors }: Asked, what: string) =>
  errors.missing ?? about(label, what);

/** Nothing was answered: fine when the question may stay blank. */
export const blank = (field: Asked & { required: boolean }, name: string, what: string) =>
  field.required ? refused(name, missing(field, what)) : NOTHING;

/** What to do about an answer that cannot be used, in the author's words if there are any. */
export const wrong = ({ errors }: Asked, sentence: string) => errors.wrong ?? sentence;

export const tooLong = (label: string, max: number) =>
  about(label, `raccourcissez votre réponse à ${formatNumber(max)} caractères au plus`);

/** A canonical value, or the sentence that says what to write instead. */
export type Reading = { value: unknown } | { wrong: string };

type Question = Asked & { required: boolean };
type Reader<F> = (field: F, typed: string, around: Around) => Reading;

export const checked = (name: string, reading: Reading): Checked =>
  "wrong" in reading ? refused(name, reading.wrong) : kept(reading.value);

/** One control in which one types. `ask`: what to do when it is blank. */
export const oneLine = <F extends Question & (Field | ItemField)>(
  ask: string,
  read: Reader<F>,
  { typed = written, shown = written }: { typed?: Written<F>; shown?: Written<F> } = {},
): Kind<F> => ({
  controls: (_, name) => [name],
  check(field, name, posted, around) {
    const value = one(posted, name);
    return value === undefined
      ? blank(field, name, ask)
      : checked(name, read(field, value, around));
  },
  asTyped: (field, name, answer) => ({ [name]: typed(answer, field) }),
  lines: (field, answer) => shown(answer, field).split("\n"),
});

type Written<F> = (answer: unknown, field: F) => string;

export const written = (value: unknown) =>
  typeof value === "number" ? String(value) : typeof value === "string" ? value : "";

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** « 12 rue  de la Marne » on one line. */
export const singleLine = (typed: string) => typed.replace(/\s+/g, " ").trim();

/** One line of text, of `max` characters at most. */
export const readLine = (typed: string, max: number, sentence: string): Reading => {
  const value = singleLine(typed);
  return value.length <= max ? { value } : { wrong: sentence };
};

/** All parts of a whole: kept together, or not at all. */
export function together(parts: Record<string, Checked>): Checked {
  const errors = Object.assign({}, ...Object.values(parts).map((part) => part.errors));
  if (Object.keys(errors).length > 0) return { errors };
  const said = Object.entries(parts).flatMap(([name, { answer }]) =>
    answer === undefined ? [] : [[name, answer] as const],
  );
  return said.length === 0 ? NOTHING : kept(Object.fromEntries(said));
}
