import type { Expression } from "../schemas/expression";
import type { Template, TemplatePart } from "../schemas/template";
import { filtersOf, referencesOf, withReferences } from "./references";

type Bound = readonly string[];
/** `bound`: names that `for` and `with` give here, which no reference of the outside is. */
type Change = (of: Expression, bound: Bound) => Expression;

function changePart(part: TemplatePart, change: Change, bound: Bound): TemplatePart {
  if (typeof part === "string") return part;
  const inside = (template: Template, names: Bound = []) =>
    changeAll(template, change, [...bound, ...names]);
  switch (part.tag) {
    case "now":
    case "unknown":
      return part;
    case "output":
      return { ...part, of: change(part.of, bound) };
    case "firstof":
      return { ...part, of: part.of.map((of) => change(of, bound)) };
    case "with": {
      const names = part.names.map(({ name, of }) => ({ name, of: change(of, bound) }));
      return {
        ...part,
        names,
        body: inside(
          part.body,
          names.map(({ name }) => name),
        ),
      };
    }
    case "for": {
      const empty = part.empty ? { empty: inside(part.empty) } : {};
      const body = inside(part.body, [...part.names, "forloop"]);
      return { ...part, of: change(part.of, bound), body, ...empty };
    }
    case "if": {
      const otherwise = part.otherwise ? { otherwise: inside(part.otherwise) } : {};
      const branches = part.branches.map(({ test, body }) => ({
        test: change(test, bound),
        body: inside(body),
      }));
      return { ...part, branches, ...otherwise };
    }
  }
}

const changeAll = (template: Template, change: Change, bound: Bound): Template =>
  template.map((part) => changePart(part, change, bound));

/** The same with every expression changed, wherever it stands. */
export const rewriteTemplate = (template: Template, change: Change): Template =>
  changeAll(template, change, []);

/** Every expression, with the names bound where it stands. */
export function expressionsOf(template: Template): { of: Expression; bound: Bound }[] {
  const found: { of: Expression; bound: Bound }[] = [];
  rewriteTemplate(template, (of, bound) => {
    found.push({ of, bound });
    return of;
  });
  return found;
}

const firstName = (path: string) => path.split(".")[0] ?? "";

/** The paths it looks at outside itself, once each. */
export const templateReferencesOf = (template: Template): string[] => [
  ...new Set(
    expressionsOf(template).flatMap(({ of, bound }) =>
      referencesOf(of).filter((path) => !bound.includes(firstName(path))),
    ),
  ),
];

export const templateFiltersOf = (template: Template): string[] => [
  ...new Set(expressionsOf(template).flatMap(({ of }) => filtersOf(of))),
];

/** The same with other names for what is outside it. */
export const withTemplateReferences = (template: Template, rename: (path: string) => string) =>
  rewriteTemplate(template, (of, bound) =>
    withReferences(of, (path) => (bound.includes(firstName(path)) ? path : rename(path))),
  );

function bodiesOf(part: TemplatePart): Template[] {
  if (typeof part === "string") return [];
  switch (part.tag) {
    case "if":
      return [...part.branches.map(({ body }) => body), part.otherwise ?? []];
    case "for":
      return [part.body, part.empty ?? []];
    case "with":
      return [part.body];
    default:
      return [];
  }
}

/** The tags that only another installation has: written nothing, to be connected. */
export const unknownTagsOf = (template: Template): string[] => [
  ...new Set(
    template.flatMap((part) => [
      ...(typeof part === "object" && part.tag === "unknown" ? [part.name] : []),
      ...bodiesOf(part).flatMap(unknownTagsOf),
    ]),
  ),
];
