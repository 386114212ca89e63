import {
  type Arithmetic,
  CONSTANTS,
  type Comparison,
  type Expression,
  isPath,
} from "../schemas/expression";
import { LIMITS } from "../schemas/limits";
import { Misread } from "./parsed";
import { type Token, tokenAt } from "./tokens";

const said = ({ kind, value }: Token) =>
  kind === "end" ? "la fin" : `«\u00a0${value.slice(0, 40)}\u00a0»`;

/** Reads one expression from a place in a text: conditions, and what stands inside a template's marks. */
export class Reader {
  token: Token;
  private depth = 0;

  constructor(
    readonly source: string,
    at = 0,
    private readonly isPython = false,
  ) {
    this.token = tokenAt(source, at, undefined, isPython);
  }

  next(): Token {
    const { token } = this;
    this.token = tokenAt(this.source, token.end, token, this.isPython);
    return token;
  }

  is(value: string) {
    return this.token.kind !== "text" && this.token.value === value;
  }

  take(value: string) {
    const isThere = this.is(value);
    if (isThere) this.next();
    return isThere;
  }

  expect(value: string) {
    if (!this.take(value))
      throw this.fault(`«\u00a0${value}\u00a0» est attendu à la place de ${said(this.token)}.`);
  }

  /** Where the text goes on after this sign, which is not read past. */
  endAt(sign: string): number {
    if (!this.is(sign)) throw this.unexpected();
    return this.token.end;
  }

  /** One plain name. */
  name(): string {
    if (this.token.kind !== "name") throw this.fault("un nom est attendu ici.");
    return this.next().value;
  }

  fault(reason: string, { at } = this.token) {
    return new Misread(at, reason);
  }

  unexpected() {
    return this.is("=")
      ? this.fault("pour comparer, écrivez «\u00a0==\u00a0».")
      : this.fault(`${said(this.token)} n’est pas attendu ici.`);
  }

  /** `a if b else c`, the loosest of all. */
  expression(): Expression {
    this.depth += 1;
    if (this.depth > LIMITS.depth) throw this.fault("trop de parenthèses imbriquées.");
    const yes = this.logic("or");
    const found = this.take("if") ? this.choice(yes) : yes;
    this.depth -= 1;
    return found;
  }

  private choice(yes: Expression): Expression {
    const test = this.logic("or");
    this.expect("else");
    return { op: "if", test, yes, no: this.expression() };
  }

  private logic(op: "and" | "or"): Expression {
    const read = () => (op === "or" ? this.logic("and") : this.negation());
    const first = read();
    const of = [first];
    while (this.take(op)) of.push(read());
    return of.length === 1 ? first : { op, of };
  }

  private negation(): Expression {
    let times = 0;
    while (this.take("not")) times += 1;
    let found = this.comparison();
    for (; times > 0; times -= 1) found = { op: "not", of: found };
    return found;
  }

  private comparison(): Expression {
    let left = this.sum();
    for (let op = this.comparator(); op; op = this.comparator())
      left = { op, left, right: this.sum() };
    return left;
  }

  /** `is` and `is not` are `==` and `!=`. */
  private comparator(): Comparison | null {
    for (const op of ["==", "!=", "<", "<=", ">", ">=", "in"] as const)
      if (this.token.kind !== "text" && this.take(op)) return op;
    if (this.take("is")) return this.take("not") ? "!=" : "==";
    if (!this.take("not")) return null;
    this.expect("in");
    return "not in";
  }

  private operator<Op extends Arithmetic>(ops: readonly Op[]): Op | undefined {
    return ops.find((op) => this.take(op));
  }

  private sum(): Expression {
    let left = this.product();
    for (let op = this.operator(["+", "-"]); op; op = this.operator(["+", "-"]))
      left = { op, left, right: this.product() };
    return left;
  }

  private product(): Expression {
    let left = this.filtered();
    for (let op = this.operator(["*", "/", "%"]); op; op = this.operator(["*", "/", "%"]))
      left = { op, left, right: this.filtered() };
    return left;
  }

  /** A value and its filters: `commune|default:"Bron"|lower`. */
  filtered(): Expression {
    let of = this.atom();
    while (this.take("|")) {
      if (this.token.kind !== "name")
        throw this.fault("écrivez le nom d’un filtre après «\u00a0|\u00a0».");
      const { value: name } = this.next();
      const args: Expression[] = [];
      while (this.take(":")) args.push(this.atom());
      of = { op: "filter", name, of, ...(args.length > 0 ? { args } : {}) };
    }
    return of;
  }

  protected atom(): Expression {
    if (this.take("(")) {
      const inside = this.expression();
      this.expect(")");
      return inside;
    }
    if (this.take("[")) return { op: "list", items: this.items() };
    const { kind, value } = this.token;
    if (kind === "name" && Object.hasOwn(CONSTANTS, value)) {
      this.next();
      return { op: "value", value: CONSTANTS[value] ?? null };
    }
    if (kind === "name" && isPath(value)) return { op: "ref", path: this.next().value };
    if (kind === "number") return { op: "value", value: Number(this.next().value) };
    if (kind === "text") return { op: "value", value: this.next().value };
    throw this.fault(`une valeur est attendue à la place de ${said(this.token)}.`);
  }

  /** Up to the sign that closes them, which is read too. */
  protected items(close = "]"): Expression[] {
    const items: Expression[] = [];
    while (!this.take(close)) {
      if (items.length > 0) this.expect(",");
      items.push(this.expression());
    }
    return items;
  }
}
