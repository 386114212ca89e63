import type { Arithmetic, Comparison, Expression, ExpressionOf } from "../schemas/expression";
import { LIMITS } from "../schemas/limits";
import { compute } from "./decimal";
import {
  bounded,
  dataOf,
  isIn,
  isSame,
  isTruthy,
  numberOf,
  orderOf,
  partOf,
  type Row,
  sizeOf,
  TooMuch,
  type Value,
} from "./values";

/** ISO 8601, the time of Lyon: `2027-03-01`, `2027-03-01T14:05`. */
export type Clock = { today: string; now: string };

/** `args`: what follows « : », evaluated. Nothing in, nothing out, unless its name says otherwise. */
export type Filter = (of: Value, args: readonly Value[], clock: Clock) => Value;
export type Filters = Readonly<Record<string, Filter>>;

/** All that an expression can see: it reaches nothing else. */
export type Scope = Clock & {
  /** What the first name of a reference stands for; undefined when nothing does. */
  find: (name: string) => unknown;
  filters: Filters;
};

/** The own properties of a record, and nothing it inherits. */
export const findIn = (row: Readonly<Record<string, unknown>>) => (name: string) =>
  Object.hasOwn(row, name) ? row[name] : undefined;

/** One evaluation, which spends the same steps from its first expression to its last. */
export class Run {
  constructor(
    readonly scope: Scope,
    private readonly budget: { left: number } = { left: LIMITS.steps },
  ) {}

  /** The same run, where some names stand for something of their own. */
  within(names: Row): Run {
    const { scope, budget } = this;
    const find = (name: string) => (Object.hasOwn(names, name) ? names[name] : scope.find(name));
    return new Run({ ...scope, find }, budget);
  }

  spend(steps = 1) {
    this.budget.left -= steps;
    if (this.budget.left < 0) throw new TooMuch();
  }

  evaluate(tree: Expression): Value {
    this.spend();
    switch (tree.op) {
      case "value":
        return tree.value;
      case "ref":
        return this.find(tree.path);
      case "list":
        return this.list(tree);
      case "not":
        return !this.isTrue(tree.of);
      case "and":
        return tree.of.every((part) => this.isTrue(part));
      case "or":
        return tree.of.some((part) => this.isTrue(part));
      case "if":
        return this.evaluate(this.isTrue(tree.test) ? tree.yes : tree.no);
      case "filter":
        return this.filter(tree);
      default:
        return operate(tree.op, this.evaluate(tree.left), this.evaluate(tree.right));
    }
  }

  isTrue(tree: Expression) {
    return isTruthy(this.evaluate(tree));
  }

  /** Lists of lists cost all that they hold: they could double at each level. */
  private list({ items }: ExpressionOf<"list">): Value {
    const list = items.map((item) => this.evaluate(item));
    this.spend(sizeOf(list) / 100);
    return list;
  }

  private find(path: string): Value {
    const [name = "", ...parts] = path.split(".");
    const { scope } = this;
    const found = name === "today" || name === "now" ? scope[name] : scope.find(name);
    return parts.reduce(partOf, dataOf(found));
  }

  /** A filter that is not known gives nothing: the checker says so to who writes it. */
  private filter({ name, of, args = [] }: ExpressionOf<"filter">): Value {
    const { filters } = this.scope;
    const value = this.evaluate(of);
    const given = args.map((arg) => this.evaluate(arg));
    const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
    for (const each of [value, ...given]) this.spend(sizeOf(each) / 100);
    return filter ? bounded(filter(value, given, this.scope)) : null;
  }
}

function operate(op: Comparison | Arithmetic, a: Value, b: Value): Value {
  switch (op) {
    case "==":
      return isSame(a, b);
    case "!=":
      return !isSame(a, b);
    case "in":
      return isIn(a, b);
    case "not in":
      return !isIn(a, b);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return compares(op, orderOf(a, b));
    default:
      return arithmetic(op, a, b);
  }
}

function compares(op: "<" | "<=" | ">" | ">=", order: number | null) {
  if (order === null) return false;
  if (order === 0) return op === "<=" || op === ">=";
  return order < 0 ? op.startsWith("<") : op.startsWith(">");
}

/** On numbers, and texts that are numbers; two other texts are put end to end by « + ». */
function arithmetic(op: Arithmetic, a: Value, b: Value): Value {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== null && y !== null) return compute(op, x, y);
  return op === "+" && typeof a === "string" && typeof b === "string" ? bounded(a + b) : null;
}

/** What it gives in this scope; nothing when it costs more than `LIMITS`. */
export function evaluate(tree: Expression, scope: Scope): Value {
  try {
    return new Run(scope).evaluate(tree);
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}

/** Is it so, in this scope? Past the limits, no. */
export const isTrue = (tree: Expression, scope: Scope): boolean => isTruthy(evaluate(tree, scope));
