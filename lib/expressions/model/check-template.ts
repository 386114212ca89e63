import type { Template } from "../schemas/template";
import { check } from "./check";
import { expressionsOf, unknownTagsOf } from "./template-references";
import { ANYTHING, type Declared } from "./types";

const withBound = (declared: Declared, bound: readonly string[]): Declared => ({
  ...declared,
  ...Object.fromEntries(bound.map((name) => [name, ANYTHING])),
});

/** In words, what is wrong with the template in this scope, once each. */
export const checkTemplate = (
  template: Template,
  declared: Declared,
  unknown?: (name: string) => string,
): string[] => [
  ...new Set([
    ...expressionsOf(template).flatMap(
      ({ of, bound }) => check(of, withBound(declared, bound), unknown).problems,
    ),
    ...unknownTagsOf(template).map((name) => `La balise «\u00a0${name}\u00a0» n’existe pas ici.`),
  ]),
];
