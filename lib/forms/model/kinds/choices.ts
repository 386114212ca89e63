import type { FieldOf } from "../../schemas/fields";
import {
  about,
  blank,
  type Checked,
  checked,
  isRecord,
  type Kind,
  kept,
  missing,
  NOTHING,
  readLine,
  refused,
  tooLong,
  written,
} from "../kind";
import { many, one, type Typed } from "../posted";

type Choice = FieldOf<"choice"> | FieldOf<"choices">;

/** Those that can still be chosen. */
export const offered = <O extends { isClosed?: true | undefined }>(options: readonly O[]) =>
  options.filter(({ isClosed }) => !isClosed);

const ONE = "choisissez une réponse";
const SOME = "choisissez au moins une réponse";

/** The text beside « Autre ». */
function checkOther(field: Choice, name: string, typed: Typed): Checked {
  const text = one(typed, `${name}.other`);
  const label = field.other?.textLabel ?? field.label;
  if (!text) return refused(`${name}.other`, about(field.label, "précisez votre réponse"));
  return checked(`${name}.other`, readLine(text, 200, tooLong(label, 200)));
}

const controls = (field: Choice, name: string) => (field.other ? [name, `${name}.other`] : [name]);

const otherOf = (answer: unknown) =>
  isRecord(answer) && typeof answer.other === "string" ? answer.other : undefined;

const optionLabel = (field: Choice, answer: unknown) => {
  const other = otherOf(answer);
  return other === undefined
    ? (field.options.find(({ value }) => value === answer)?.label ?? written(answer))
    : `${field.other?.label ?? "Autre"}\u00a0: ${other}`;
};

export const choice: Kind<FieldOf<"choice">> = {
  controls,
  check(field, name, typed) {
    const said = field.other && one(typed, `${name}.other`) ? "other" : undefined;
    const value = one(typed, name) ?? said;
    if (value === undefined) return blank(field, name, ONE);
    if (value === "other" && field.other) {
      const { answer, errors } = checkOther(field, name, typed);
      return answer === undefined ? { errors } : kept({ other: answer });
    }
    const isListed = offered(field.options).some((option) => option.value === value);
    return isListed ? kept(value) : refused(name, missing(field, ONE));
  },
  asTyped(_, name, answer) {
    const other = otherOf(answer);
    return other === undefined
      ? { [name]: written(answer) }
      : { [name]: "other", [`${name}.other`]: other };
  },
  lines: (field, answer) => [optionLabel(field, answer)],
};

const tooMany = (label: string, max: number) =>
  about(label, max === 1 ? "gardez une seule réponse" : `gardez ${max} réponses au plus`);

const tooFew = (label: string, min: number) => about(label, `choisissez au moins ${min} réponses`);

/** The answer lists the options chosen, in the order of the form, then { other } if any. */
export const choices: Kind<FieldOf<"choices">> = {
  controls,
  lists: (_, name) => [name],
  check(field, name, typed) {
    const chosen = many(typed, name);
    const listed = offered(field.options)
      .map(({ value }) => value)
      .filter((v) => chosen.includes(v));
    const hasOther = field.other && (chosen.includes("other") || one(typed, `${name}.other`));
    const { answer, errors } = hasOther ? checkOther(field, name, typed) : NOTHING;
    if (Object.keys(errors).length > 0) return { errors };
    const all = answer === undefined ? listed : [...listed, { other: answer }];
    if (all.length === 0) return blank(field, name, SOME);
    const { min = 1, max = all.length } = field;
    if (all.length < min) return refused(name, tooFew(field.label, min));
    return all.length > max ? refused(name, tooMany(field.label, max)) : kept(all);
  },
  asTyped(_, name, answer) {
    const all = Array.isArray(answer) ? answer : [];
    const other = all.map(otherOf).find((text) => text !== undefined);
    const listed = all.filter((value): value is string => typeof value === "string");
    if (other === undefined) return { [name]: listed };
    return { [name]: [...listed, "other"], [`${name}.other`]: other };
  },
  lines: (field, answer) =>
    Array.isArray(answer) ? answer.map((one) => optionLabel(field, one)) : [],
};

export const yesNo: Kind<FieldOf<"yes-no">> = {
  controls: (_, name) => [name],
  check(field, name, typed) {
    const value = one(typed, name);
    return value === "oui" || value === "non"
      ? kept(value === "oui")
      : blank(field, name, "choisissez oui ou non");
  },
  asTyped: (_, name, answer) => ({ [name]: answer === true ? "oui" : "non" }),
  lines: (_, answer) => [answer === true ? "Oui" : "Non"],
};

export const consent: Kind<FieldOf<"consent">> = {
  controls: (_, name) => [name],
  check(field, name, typed) {
    const isTicked = one(typed, name) !== undefined;
    if (isTicked || !field.required) return kept(isTicked);
    const tick = `Cochez la case «\u00a0${field.label}\u00a0» pour continuer`;
    return refused(name, field.errors.missing ?? tick);
  },
  asTyped: (_, name, answer) => (answer === true ? { [name]: "oui" } : {}),
  lines: (_, answer) => [answer === true ? "Oui" : "Non"],
};
