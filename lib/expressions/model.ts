export { type Clock, evaluate, type Filters, findIn, isTrue, type Scope } from "./model/evaluate";
export type { Parsed } from "./model/parsed";
export { filtersOf, nodesOf, referencesOf, rewrite, withReferences } from "./model/references";
export type { Value } from "./model/values";
