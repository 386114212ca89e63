import type { FieldOf } from "../../schemas/fields";
import {
  about,
  blank,
  isRecord,
  type Kind,
  kept,
  missing,
  NOTHING,
  refused,
  written,
} from "../kind";
import { many, one, type Typed } from "../posted";
import { offered } from "./choices";

type Linked = FieldOf<"linked-choice">;

const levelNames = ({ levels }: Linked, name: string) => levels.map((_, i) => `${name}.${i}`);

/** What may be chosen in a list, once the choice above it is made. */
export const linkedOptions = ({ options }: Linked, parent: string | undefined) =>
  offered(options).filter((option) => option.parent === parent);

const listOf = (answer: unknown) =>
  Array.isArray(answer) ? answer.filter((one): one is string => typeof one === "string") : [];

function chooseIn({ options, levels, label }: Linked, level: number, above: string | undefined) {
  const part = options.find(({ value }) => value === above)?.label;
  const where = part ? `dans la partie «\u00a0${part}\u00a0»` : "une réponse";
  return about(levels[level] ?? label, `choisissez ${where}`);
}

/** The answer lists what was chosen, from the first list to the last that holds something. */
export const linkedChoice: Kind<Linked> = {
  controls: levelNames,
  check(field, name, typed) {
    const chosen: string[] = [];
    for (const [i, control] of levelNames(field, name).entries()) {
      const options = linkedOptions(field, chosen.at(-1));
      if (options.length === 0 && i > 0) break;
      const value = one(typed, control);
      if (value === undefined && i === 0) return blank(field, control, "choisissez une réponse");
      if (!options.some((option) => option.value === value))
        return refused(control, chooseIn(field, i, chosen.at(-1)));
      chosen.push(value ?? "");
    }
    return kept(chosen);
  },
  asTyped: (_, name, answer) =>
    Object.fromEntries(listOf(answer).map((value, i) => [`${name}.${i}`, value])),
  lines: ({ options }, answer) => [
    listOf(answer)
      .map((value) => options.find((option) => option.value === value)?.label ?? value)
      .join(", "),
  ],
};

type Ranking = FieldOf<"ranking">;

const ranksOf = ({ top, options }: Ranking) => top ?? options.length;

/** « 1re », « 2e » */
export const ordinal = (rank: number) => (rank === 1 ? "1re" : `${rank}e`);

const rankTyped = (typed: Typed, control: string) => {
  const value = one(typed, control);
  return value && /^\d{1,2}$/.test(value) ? Number(value) : undefined;
};

/** Each option is given its place; the answer lists them in that order. */
export const ranking: Kind<Ranking> = {
  controls: ({ options }, name) => options.map((_, i) => `${name}.${i}`),
  check(field, name, typed) {
    const last = ranksOf(field);
    const places = field.options.map(({ value }, i) => ({
      control: `${name}.${i}`,
      value,
      rank: rankTyped(typed, `${name}.${i}`),
    }));
    const ranked = places.filter(({ rank }) => rank !== undefined && rank >= 1 && rank <= last);
    if (ranked.length === 0) return blank(field, `${name}.0`, "donnez une place à chaque réponse");
    const twice = ranked.find(({ rank }, i) => ranked.findIndex((one) => one.rank === rank) < i);
    if (twice?.rank)
      return refused(
        twice.control,
        about(field.label, `donnez la ${ordinal(twice.rank)} place à une seule réponse`),
      );
    if (ranked.length < last) {
      const free = Array.from({ length: last }, (_, i) => i + 1).find(
        (rank) => !ranked.some((one) => one.rank === rank),
      );
      const blankOne = places.find(({ rank }) => rank === undefined) ?? places[0];
      const give = `donnez aussi la ${ordinal(free ?? last)} place`;
      return refused(blankOne?.control ?? name, about(field.label, give));
    }
    ranked.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    return kept(ranked.map(({ value }) => value));
  },
  asTyped: ({ options }, name, answer) =>
    Object.fromEntries(
      listOf(answer).flatMap((value, rank) => {
        const index = options.findIndex((option) => option.value === value);
        return index < 0 ? [] : [[`${name}.${index}`, String(rank + 1)]];
      }),
    ),
  lines: ({ options }, answer) =>
    listOf(answer).map((value, i) => {
      const label = options.find((option) => option.value === value)?.label ?? value;
      return `${i + 1}. ${label}`;
    }),
};

type Matrix = FieldOf<"matrix">;

const rowNames = ({ rows }: Matrix, name: string) => rows.map(({ value }) => `${name}.${value}`);

const ofRow = (row: string, sentence: string) => about(row, sentence);

/** The answer tells, for each row, its column; or its columns. */
export const matrix: Kind<Matrix> = {
  controls: rowNames,
  lists: (field, name) => (field.several ? rowNames(field, name) : []),
  check(field, name, typed) {
    const said = field.rows.flatMap(({ value: row }) => {
      const chosen = many(typed, `${name}.${row}`);
      const columns = field.columns.map(({ value }) => value).filter((v) => chosen.includes(v));
      return columns.length === 0 ? [] : [[row, field.several ? columns : columns[0]] as const];
    });
    if (said.length === 0 && !field.required) return NOTHING;
    if (said.length === field.rows.length || !field.required) return kept(Object.fromEntries(said));
    const answered = new Set(said.map(([row]) => row));
    const errors = field.rows
      .filter(({ value }) => !answered.has(value))
      .map(({ value, label }) => [
        `${name}.${value}`,
        field.errors.missing ?? ofRow(label, "choisissez une réponse"),
      ]);
    return said.length === 0 && field.errors.missing
      ? refused(`${name}.${field.rows[0]?.value}`, missing(field, ""))
      : { errors: Object.fromEntries(errors) };
  },
  asTyped: (_, name, answer) =>
    Object.fromEntries(
      Object.entries(isRecord(answer) ? answer : {}).map(([row, column]) => [
        `${name}.${row}`,
        Array.isArray(column) ? listOf(column) : written(column),
      ]),
    ),
  lines: ({ rows, columns }, answer) =>
    rows.flatMap(({ value, label }) => {
      const said = isRecord(answer) ? [answer[value] ?? []].flat() : [];
      const labels = said.map((one) => columns.find((c) => c.value === one)?.label ?? written(one));
      return labels.length === 0 ? [] : [`${label}\u00a0: ${labels.join(", ")}`];
    }),
};
