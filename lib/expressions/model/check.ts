import type { Arithmetic, Comparison, Expression, ExpressionOf } from "../schemas/expression";
import { momentOf } from "./moments";
import { printExpression } from "./print";
import { accepts, resultOf, SIGNATURES, wanted } from "./signatures";
import {
  ANYTHING,
  type Declared,
  hasOrder,
  isComparable,
  isOpen,
  joined,
  nameOf,
  plain,
  type Type,
} from "./types";
import { isSame, numberOf } from "./values";

/** What it gives, and in words what is wrong with it. */
export type Checked = { type: Type; problems: string[] };

/** With a format, they write. */
const FORMATS = ["date", "time", "datetime"];

const CLOCK: Declared = { today: plain("day"), now: plain("moment") };

const said = (tree: Expression) => `«\u00a0${printExpression(tree).slice(0, 80)}\u00a0»`;

function literalType(value: string | number | boolean | null): Type {
  if (value === null) return plain("nothing");
  return plain(
    typeof value === "string" ? "text" : typeof value === "number" ? "number" : "boolean",
  );
}

/** May this value, written in the expression, be one of this type? A text says a day, an hour, a number. */
function suits(type: Type, value: string | number | boolean): boolean {
  switch (type.is) {
    case "choice":
      return (
        type.others === true ||
        type.options.some((one) => isSame(one.value, value) || isSame(one.label, value))
      );
    case "boolean":
      return typeof value === "boolean" || isSame(true, value) || isSame(false, value);
    case "number":
      return numberOf(value) !== null;
    case "day":
    case "moment":
      return momentOf(value) !== null;
    case "clock":
      return typeof value === "string" && /^\d\d:\d\d/.test(value);
    case "text":
      return typeof value !== "boolean";
    case "anything":
    case "nothing":
      return true;
    default:
      return false;
  }
}

class Checker {
  readonly problems: string[] = [];

  constructor(
    private readonly declared: Declared,
    private readonly unknown: (name: string) => string,
  ) {}

  private wrong(sentence: string): Type {
    if (!this.problems.includes(sentence)) this.problems.push(sentence);
    return ANYTHING;
  }

  type(tree: Expression): Type {
    switch (tree.op) {
      case "value":
        return literalType(tree.value);
      case "list":
        return {
          is: "list",
          of: tree.items.map((item) => this.type(item)).reduce(joined, plain("nothing")),
        };
      case "ref":
        return this.reference(tree.path);
      case "not":
        this.type(tree.of);
        return plain("boolean");
      case "and":
      case "or":
        for (const part of tree.of) this.type(part);
        return plain("boolean");
      case "if":
        this.type(tree.test);
        return joined(this.type(tree.yes), this.type(tree.no));
      case "filter":
        return this.filter(tree);
      default:
        return this.operation(tree);
    }
  }

  private reference(path: string): Type {
    const [first = "", ...parts] = path.split(".");
    const all = { ...this.declared, ...CLOCK };
    const root = Object.hasOwn(all, first) ? all[first] : undefined;
    if (!root) return this.wrong(this.unknown(first));
    return parts.reduce((type, part) => this.part(type, part, path), root);
  }

  private part(type: Type, part: string, path: string): Type {
    if (isOpen(type)) return ANYTHING;
    if (type.is === "list" && /^\d+$/.test(part)) return type.of;
    const parts = (type.is === "record" || type.is === "choice") && type.parts;
    if (!parts)
      return this.wrong(`«\u00a0${path}\u00a0» n’existe pas\u00a0: c’est ${nameOf(type)}.`);
    const found = Object.hasOwn(parts, part) ? parts[part] : undefined;
    const isOpened = type.is === "record" && type.open;
    return found ?? (isOpened ? ANYTHING : this.wrong(`«\u00a0${path}\u00a0» n’existe pas.`));
  }

  private operation({ op, left, right }: ExpressionOf<Comparison | Arithmetic>): Type {
    const [a, b] = [this.type(left), this.type(right)];
    switch (op) {
      case "==":
      case "!=":
        this.equality(left, a, right, b);
        return plain("boolean");
      case "in":
      case "not in":
        this.membership(left, a, right, b);
        return plain("boolean");
      case "<":
      case "<=":
      case ">":
      case ">=":
        this.order(left, a, right, b);
        return plain("boolean");
      default:
        for (const [tree, type] of [
          [left, a],
          [right, b],
        ] as const)
          this.number(tree, type, op);
        return plain(op === "+" && a.is === "text" && b.is === "text" ? "text" : "number");
    }
  }

  private equality(left: Expression, a: Type, right: Expression, b: Type) {
    if (right.op === "value") this.against(left, a, right.value);
    else if (left.op === "value") this.against(right, b, left.value);
    else this.comparable(left, a, right, b);
  }

  private comparable(left: Expression, a: Type, right: Expression, b: Type) {
    if (!isComparable(a, b))
      this.wrong(
        `${said(left)} est ${nameOf(a)}, ${said(right)} ${nameOf(b)}\u00a0: ils ne se comparent pas.`,
      );
  }

  /** Compared with a value that is written there. */
  private against(tree: Expression, type: Type, value: string | number | boolean | null) {
    if (value !== null && !suits(type, value))
      this.wrong(
        `${said(tree)} ne peut pas avoir la réponse «\u00a0${value}\u00a0»\u00a0: la condition ne serait jamais vraie.`,
      );
  }

  private order(left: Expression, a: Type, right: Expression, b: Type) {
    for (const [tree, type, other] of [
      [left, a, right],
      [right, b, left],
    ] as const) {
      if (!hasOrder(type))
        this.wrong(
          `${said(tree)} est ${nameOf(type)}\u00a0: la comparaison ne serait jamais vraie.`,
        );
      else if (other.op === "value") this.against(tree, type, other.value);
    }
    if (left.op !== "value" && right.op !== "value") this.comparable(left, a, right, b);
  }

  private membership(left: Expression, a: Type, right: Expression, b: Type) {
    if (right.op === "list") {
      for (const item of right.items) this.equality(left, a, item, this.type(item));
      return;
    }
    if (isOpen(b) || b.is === "text" || b.is === "choice" || b.is === "record") return;
    if (b.is !== "list")
      this.wrong(`On ne peut rien chercher dans ${said(right)}\u00a0: c’est ${nameOf(b)}.`);
    else if (left.op === "value") this.against(right, b.of, left.value);
    else this.comparable(left, a, right, b.of);
  }

  private number(tree: Expression, type: Type, op: Arithmetic) {
    const isText = type.is === "text" || type.is === "choice";
    const isNumber = tree.op === "value" ? numberOf(tree.value) !== null || op === "+" : true;
    if (isOpen(type) || type.is === "number" || (isText && isNumber)) return;
    this.wrong(`${said(tree)} est ${nameOf(type)}\u00a0: on ne peut pas calculer avec.`);
  }

  private filter(tree: ExpressionOf<"filter">): Type {
    const of = this.type(tree.of);
    const given = (tree.args ?? []).map((arg) => this.type(arg));
    const signature = Object.hasOwn(SIGNATURES, tree.name) ? SIGNATURES[tree.name] : undefined;
    if (!signature) return this.wrong(`Le filtre «\u00a0${tree.name}\u00a0» n’existe pas ici.`);
    const [takes, gives, least = 0, most = least] = signature;
    if (given.length < least || given.length > most)
      this.wrong(`Le filtre «\u00a0${tree.name}\u00a0» ${wanted(least, most)}.`);
    if (!accepts(takes, of))
      this.wrong(
        `Le filtre «\u00a0${tree.name}\u00a0» ne convient pas à ${said(tree.of)}, qui est ${nameOf(of)}.`,
      );
    const isWritten = given.length > 0 && FORMATS.includes(tree.name);
    return isWritten ? plain("text") : resultOf(gives, of);
  }
}

const isUnknown = (name: string) => `«\u00a0${name}\u00a0» n’est pas connu ici.`;

/** Is every reference declared, and does every part suit the others? `unknown`: what to say of a name that is not. */
export function check(tree: Expression, declared: Declared, unknown = isUnknown): Checked {
  const checker = new Checker(declared, unknown);
  const type = checker.type(tree);
  return { type, problems: checker.problems };
}
