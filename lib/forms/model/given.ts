import { evaluate } from "@/lib/expressions/model";
import type { Prefill } from "../schemas/attributes";
import { type Around, written } from "./kind";
import { type AnyField, kindOf } from "./kinds";
import { own, type Typed } from "./posted";
import { scopeOf } from "./scope";

/** Nothing can be written for somebody where several things are chosen, agreed to or sent. */
export const prefillOf = (field: AnyField): Prefill | undefined =>
  "prefill" in field ? field.prefill : undefined;

/** The control that a prefilling fills. */
export const prefilledControl = (field: AnyField) =>
  field.type === "repeat" ? field.id : (kindOf(field).controls(field, field.id)[0] ?? field.id);

const asWritten = (value: unknown) =>
  typeof value === "boolean" ? (value ? "oui" : "non") : written(value);

/** What the form itself gives a field: a constant, or what earlier answers make of it; undefined for no such prefilling. */
function givenTo(field: AnyField, around: Around): string | undefined {
  const prefill = prefillOf(field);
  switch (prefill?.from) {
    case "constant":
      return prefill.value;
    case "expression":
      return asWritten(evaluate(prefill.value, scopeOf(around)));
    default:
      return undefined;
  }
}

export const isLocked = (field: AnyField) => {
  const prefill = prefillOf(field);
  return (
    prefill !== undefined &&
    (field.type === "hidden" || prefill.from === "certified" || prefill.locked)
  );
};

/** The step as the form fills it: over what was typed where that is locked, under it elsewhere. */
export function withGiven(fields: readonly AnyField[], typed: Typed, around: Around): Typed {
  const given = fields.flatMap((field) => {
    const [name, value] = [prefilledControl(field), givenTo(field, around)];
    if (value === undefined) return [];
    const isFree = own(typed, name) === undefined;
    return isFree || (isLocked(field) && value !== "") ? [[name, value] as const] : [];
  });
  return given.length === 0 ? typed : { ...typed, ...Object.fromEntries(given) };
}
