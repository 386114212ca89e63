import { check } from "@/lib/expressions/model/check";
import type { Declared } from "@/lib/expressions/model/types";
import { declaredBy } from "./answer-types";
import type { Condition } from "./conditions";
import type { Field } from "./fields";

const absent = (what: string) => (name: string) =>
  `${what} regarde «\u00a0${name}\u00a0», absent des étapes d’avant.`;

/** A condition looks back, at fields that it suits. */
export const conditionProblems = (condition: Condition | undefined, earlier: readonly Field[]) =>
  condition ? check(condition, declaredBy(earlier), absent("La condition")).problems : [];

type Page = {
  fields: readonly Field[];
  postConditions?: readonly { test: Condition }[] | undefined;
  exit?: { when: Condition } | undefined;
};

/** What is said of a page as a whole looks at it, and at those before it. */
export function pageProblems(page: Page, earlier: readonly Field[]): string[] {
  const declared = declaredBy([...earlier, ...page.fields]);
  const tests = [...(page.postConditions ?? []).map(({ test }) => test), page.exit?.when];
  return tests.flatMap((test) => (test ? check(test, declared, absent("La page")).problems : []));
}

const typeOfOwn = (field: Field): Declared => {
  const own = declaredBy([field])[field.id];
  return own ? { [field.id]: own, value: own } : {};
};

/** So do what fills a field in advance, and what computes it; `above`: in the same step. */
export function expressionProblems(
  field: Field,
  earlier: readonly Field[],
  above: readonly Field[],
): string[] {
  const before = declaredBy(earlier);
  const about = absent(`Le champ «\u00a0${field.id}\u00a0»`);
  const prefill = "prefill" in field ? field.prefill : undefined;
  const validators = ("validators" in field && field.validators) || [];
  const here = { ...before, ...declaredBy(above), ...typeOfOwn(field) };
  return [
    ...(field.type === "computed"
      ? check(field.value, { ...before, ...declaredBy(above) }, about).problems
      : []),
    ...(prefill?.from === "expression" ? check(prefill.value, before, about).problems : []),
    ...validators.flatMap((validator) =>
      validator.check === "expression" ? check(validator.test, here, about).problems : [],
    ),
  ];
}
