import type { Expression } from "../schemas/expression";

/** The expressions that this one is made of, one level down. */
export function partsOf(tree: Expression): Expression[] {
  switch (tree.op) {
    case "value":
    case "ref":
      return [];
    case "list":
      return tree.items;
    case "not":
      return [tree.of];
    case "and":
    case "or":
      return tree.of;
    case "if":
      return [tree.test, tree.yes, tree.no];
    case "filter":
      return [tree.of, ...(tree.args ?? [])];
    default:
      return [tree.left, tree.right];
  }
}

/** Every node, this one first. */
export function* nodesOf(tree: Expression): Generator<Expression> {
  yield tree;
  for (const part of partsOf(tree)) yield* nodesOf(part);
}

/** The paths it looks at, once each. */
export const referencesOf = (tree: Expression): string[] => [
  ...new Set([...nodesOf(tree)].flatMap((node) => (node.op === "ref" ? [node.path] : []))),
];

/** The filters it calls, once each. */
export const filtersOf = (tree: Expression): string[] => [
  ...new Set([...nodesOf(tree)].flatMap((node) => (node.op === "filter" ? [node.name] : []))),
];

type Change = (node: Expression) => Expression;

function withParts(tree: Expression, change: Change): Expression {
  switch (tree.op) {
    case "value":
    case "ref":
      return tree;
    case "list":
      return { ...tree, items: tree.items.map(change) };
    case "not":
      return { ...tree, of: change(tree.of) };
    case "and":
    case "or":
      return { ...tree, of: tree.of.map(change) };
    case "if":
      return { ...tree, test: change(tree.test), yes: change(tree.yes), no: change(tree.no) };
    case "filter":
      return {
        ...tree,
        of: change(tree.of),
        ...(tree.args ? { args: tree.args.map(change) } : {}),
      };
    default:
      return { ...tree, left: change(tree.left), right: change(tree.right) };
  }
}

/** The same with every node changed, from the leaves up. */
export const rewrite = (tree: Expression, change: Change): Expression =>
  change(withParts(tree, (part) => rewrite(part, change)));

/** The same with other names: `rename` is given each path. */
export const withReferences = (tree: Expression, rename: (path: string) => string): Expression =>
  rewrite(tree, (node) => (node.op === "ref" ? { op: "ref", path: rename(node.path) } : node));
