import { isUuid } from "@/lib/format/id";
import type { FieldOf } from "../schemas/fields";
import { blank, type Checked, checkWith, kept, NOTHING, refused } from "./checked";
import { communeName } from "./communes";
import * as leaf from "./leaves";
import * as say from "./sentences";
import { many, one, type Typed } from "./typed";

/** The text beside « Autre ». */
function checkOther(field: FieldOf<"choice"> | FieldOf<"choices">, name: string, typed: Typed) {
  const text = one(typed, `${name}.other`);
  const label = field.other?.textLabel ?? field.label;
  if (!text) return refused(`${name}.other`, say.sayWhich(field.label));
  return checkWith(leaf.line(200, say.tooLong(label, 200)), `${name}.other`, text);
}

export function checkChoice(field: FieldOf<"choice">, name: string, typed: Typed): Checked {
  const said = field.other && one(typed, `${name}.other`) ? "other" : undefined;
  const value = one(typed, name) ?? said;
  if (value === undefined) return blank(field, name);
  if (value === "other" && field.other) {
    const { answer, errors } = checkOther(field, name, typed);
    return answer === undefined ? { errors } : kept({ other: answer });
  }
  const isListed = field.options.some((option) => option.value === value);
  return isListed ? kept(value) : refused(name, say.missing(field));
}

/** The answer lists the options chosen, in the order of the form, then { other } if any. */
export function checkChoices(field: FieldOf<"choices">, name: string, typed: Typed): Checked {
  const chosen = many(typed, name);
  const listed = field.options.map(({ value }) => value).filter((v) => chosen.includes(v));
  const hasOther = field.other && (chosen.includes("other") || one(typed, `${name}.other`));
  const { answer, errors } = hasOther ? checkOther(field, name, typed) : NOTHING;
  if (Object.keys(errors).length > 0) return { errors };
  const all = answer === undefined ? listed : [...listed, { other: answer }];
  if (all.length === 0) return blank(field, name);
  const { max = all.length } = field;
  return all.length > max ? refused(name, say.tooMany(field.label, max)) : kept(all);
}

export function checkCommune(field: FieldOf<"commune">, name: string, typed: Typed): Checked {
  const value = one(typed, name);
  if (!value) return blank(field, name);
  if (field.within === "anywhere") {
    const checked = checkWith(leaf.line(100, say.tooLong(field.label, 100)), name, value);
    return checked.answer === undefined ? checked : kept({ name: checked.answer });
  }
  const known = communeName(value);
  return known ? kept({ insee: value, name: known }) : refused(name, say.missing(field));
}

/** The answer lists the ids of the files; whose they are is the server's to check. */
export function checkFiles(field: FieldOf<"file">, name: string, typed: Typed): Checked {
  const ids = [...new Set(many(typed, name))].filter(isUuid);
  if (ids.length === 0) return blank(field, name);
  return ids.length > field.maxCount
    ? refused(name, say.tooManyFiles(field.label, field.maxCount))
    : kept(ids);
}

export const checkYesNo = (field: FieldOf<"yes-no">, name: string, typed: Typed) => {
  const value = one(typed, name);
  return value === "oui" || value === "non" ? kept(value === "oui") : blank(field, name);
};

export const checkConsent = (field: FieldOf<"consent">, name: string, typed: Typed) => {
  const isTicked = one(typed, name) !== undefined;
  return isTicked || !field.required ? kept(isTicked) : blank(field, name);
};
