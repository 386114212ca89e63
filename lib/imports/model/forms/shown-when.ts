import type { Expression } from "@/lib/expressions/schemas";
import type { Condition } from "@/lib/forms/schemas";

type Literal = string | number | boolean;

const literalOf = (tree: Expression): Literal | undefined =>
  tree.op === "value" && tree.value !== null ? tree.value : undefined;

function comparison(tree: Extract<Expression, { left: Expression }>): Condition | undefined {
  const { op, left, right } = tree;
  if (left.op === "ref" && right.op === "list" && op === "in") {
    const values = right.items.flatMap((item) => literalOf(item) ?? []);
    return { op: "oneOf", field: left.path, values };
  }
  const [ref, value] = left.op === "ref" ? [left, literalOf(right)] : [right, literalOf(left)];
  if (ref.op !== "ref" || value === undefined) return undefined;
  const equals: Condition = { op: "equals", field: ref.path, value };
  if (op === "==" || (op === "in" && ref === right)) return equals;
  if (op === "!=" || (op === "not in" && ref === right)) return { op: "not", condition: equals };
  return undefined;
}

/** The condition in the terms of our forms; undefined when they cannot say it. */
export function shownWhen(tree: Expression): Condition | undefined {
  switch (tree.op) {
    case "ref":
      return { op: "answered", field: tree.path };
    case "not": {
      const condition = shownWhen(tree.of);
      return condition && { op: "not", condition };
    }
    case "and":
    case "or": {
      const conditions = tree.of.map(shownWhen);
      return conditions.every((one) => one !== undefined)
        ? { op: tree.op === "and" ? "all" : "any", conditions }
        : undefined;
    }
    case "if": {
      const { test, yes, no } = tree;
      return shownWhen({
        op: "or",
        of: [
          { op: "and", of: [test, yes] },
          { op: "and", of: [{ op: "not", of: test }, no] },
        ],
      });
    }
    case "value":
    case "list":
    case "filter":
      return undefined;
    default:
      return comparison(tree);
  }
}
