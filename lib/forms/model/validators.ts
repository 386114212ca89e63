import { isTrue } from "@/lib/expressions/model";
import type { Validator } from "../schemas/attributes";
import type { Around } from "./kind";
import { patternOf } from "./pattern";
import { scopeOf } from "./scope";

const lengthOf = (answer: unknown) =>
  Array.isArray(answer) ? answer.length : [...String(answer)].length;

function isMet(validator: Validator, id: string, answer: unknown, around: Around): boolean {
  switch (validator.check) {
    case "pattern":
      return patternOf(validator.pattern)?.(String(answer)) ?? true;
    case "length": {
      const length = lengthOf(answer);
      return length >= (validator.min ?? 0) && length <= (validator.max ?? length);
    }
    case "expression":
      return isTrue(validator.test, scopeOf(around, { [id]: answer, value: answer }));
  }
}

/** The sentence of the first validator that this answer does not meet; null when it meets them all. */
export const refusalOf = (
  validators: readonly Validator[] | undefined,
  id: string,
  answer: unknown,
  around: Around,
): string | null =>
  validators?.find((validator) => !isMet(validator, id, answer, around))?.message ?? null;
