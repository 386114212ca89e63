import { evaluate, isTrue, nodesOf, rewrite } from "@/lib/expressions/model";
import { FILTERS } from "@/lib/expressions/model/filters";
import type { Expression, ExpressionOf } from "@/lib/expressions/schemas";
import { literal } from "./known";

/** No day is read in what is computed once and for all: it would be the day of the import. */
const CLOCK = { today: "", now: "" };
const scope = { ...CLOCK, find: () => undefined, filters: FILTERS };

const isLiteral = (tree: Expression): tree is ExpressionOf<"value"> => tree.op === "value";

/** Is there nothing to wait for: no answer, no day, no filter that is not known? */
const isSettled = (tree: Expression) =>
  [...nodesOf(tree)].every(
    (node) => node.op !== "ref" && (node.op !== "filter" || Object.hasOwn(FILTERS, node.name)),
  );

function settled(tree: Expression): Expression {
  const value = evaluate(tree, scope);
  return value !== null && typeof value === "object" ? tree : literal(value);
}

function joined(op: "and" | "or", of: readonly Expression[]): Expression {
  const ends = op === "or";
  const open = of.filter((part) => !isLiteral(part) || isTrue(part, scope) === ends);
  if (open.some(isLiteral)) return literal(ends);
  const [only] = open;
  if (!only) return literal(!ends);
  return open.length === 1 ? only : { op, of: [...open] };
}

/** `x == ""` is nothing answered: we keep no empty text. */
type Compared = Extract<Expression, { left: Expression }>;

function compared(node: Compared): Expression {
  const isBlank = (part: Expression) =>
    isLiteral(part) && (part.value === "" || part.value === null);
  const other = isBlank(node.right) ? node.left : isBlank(node.left) ? node.right : undefined;
  if (!other) return node;
  const absent: Expression = { op: "not", of: other };
  return node.op === "==" ? absent : { op: "not", of: absent };
}

function simpler(node: Expression): Expression {
  if (node.op === "and" || node.op === "or") return joined(node.op, node.of);
  if (node.op === "value" || node.op === "list") return node;
  if (isSettled(node)) return settled(node);
  if (node.op === "not" && node.of.op === "not") {
    const { of } = node.of;
    return of.op === "not" ? of : node;
  }
  return node.op === "==" || node.op === "!=" ? compared(node) : node;
}

/** The same condition without what is known already: `True and x` is `x`. */
export const simplify = (tree: Expression): Expression => rewrite(tree, simpler);

/** What a condition is worth whatever is answered; undefined when it depends. */
export const constantOf = (tree: Expression): boolean | undefined =>
  isLiteral(tree) ? isTrue(tree, scope) : undefined;
