import type { Expression } from "../schemas/expression";
import { checked, refuseLong } from "./parse";
import { attempt, type Parsed } from "./parsed";
import { Reader } from "./reader";

const ref = (path: string): Expression => ({ op: "ref", path });
const filter = (name: string, of: Expression, args: Expression[] = []): Expression => ({
  op: "filter",
  name,
  of,
  ...(args.length > 0 ? { args } : {}),
});

/** Functions of Python, and of Publik, that are filters of ours. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  len: "length",
  int: "integer",
  float: "decimal",
  Decimal: "decimal",
  round: "round",
  abs: "abs",
  sum: "sum",
  min: "min",
  max: "max",
  date: "date",
  datetime: "datetime",
  "utils.date": "date",
  "utils.datetime": "datetime",
  age_in_years: "age_in_years",
  age_in_months: "age_in_months",
  age_in_days: "age_in_days",
  "utils.age_in_years": "age_in_years",
  list: "list",
};

/** Methods that are filters of ours, by another name or the same. */
const METHODS: Readonly<Record<string, string>> = {
  lower: "lower",
  upper: "upper",
  title: "title",
  capitalize: "capfirst",
  strip: "strip",
  startswith: "startswith",
  endswith: "endswith",
  split: "split",
  replace: "replace",
  get: "get",
};

const CLOCKS: Readonly<Record<string, string>> = {
  today: "today",
  "date.today": "today",
  "datetime.date.today": "today",
  "datetime.today": "now",
  "datetime.now": "now",
  "datetime.datetime.now": "now",
};

const NAMESPACES = ["vars", "globals", "locals"];

const known = (names: Readonly<Record<string, string>>, name: string) =>
  Object.hasOwn(names, name) ? names[name] : undefined;

/** `str(x)`, `bool(x)`, `any([x, y])`. */
function converted(name: string, of: Expression): Expression | undefined {
  if (name === "str") return of;
  if (name === "bool") return { op: "not", of: { op: "not", of } };
  const isGroup = of.op === "list" && of.items.length > 1;
  if (name === "any" && isGroup) return { op: "or", of: of.items };
  return name === "all" && isGroup ? { op: "and", of: of.items } : undefined;
}

/** The expressions that conditions of Publik are made of when they are written in Python. */
class PythonReader extends Reader {
  constructor(source: string) {
    super(source, 0, true);
  }

  protected override atom(): Expression {
    let found = this.first();
    for (;;) {
      if (this.take("[")) found = this.index(found);
      else if (this.take(".")) found = this.method(found, this.name());
      else return found;
    }
  }

  private first(): Expression {
    if (this.is("(")) return this.group();
    const { token } = this;
    if (token.kind !== "name" || this.isConstant()) return super.atom();
    const { value } = this.next();
    return this.take("(") ? this.call(value) : ref(value);
  }

  private isConstant() {
    return /^(True|False|None|not|and|or|in|is|if|else)$/.test(this.token.value);
  }

  /** `(a)`, or the tuple `(a, b)`. */
  private group(): Expression {
    this.next();
    const inside = this.expression();
    if (this.take(")")) return inside;
    this.expect(",");
    return { op: "list", items: [inside, ...this.items(")")] };
  }

  private index(of: Expression): Expression {
    const key = this.expression();
    this.expect("]");
    return filter("get", of, [key]);
  }

  private call(name: string): Expression {
    const args = this.items(")");
    const [first, ...more] = args;
    if (!first) return this.empty(name);
    const filterName = known(FUNCTIONS, name);
    if (filterName) return filter(filterName, first, more);
    const at = name.lastIndexOf(".");
    if (at > 0) return this.called(ref(name.slice(0, at)), name.slice(at + 1), args);
    return converted(name, first) ?? filter(name, first, more);
  }

  /** What only another installation has is kept as a filter, which nobody knows: it is listed. */
  private empty(name: string): Expression {
    const clock = known(CLOCKS, name);
    if (clock) return ref(clock);
    if (NAMESPACES.includes(name)) return this.variable();
    const at = name.lastIndexOf(".");
    return at > 0
      ? this.called(ref(name.slice(0, at)), name.slice(at + 1), [])
      : filter(name, { op: "value", value: null });
  }

  /** `vars().get("form_var_x")` is `form_var_x`. */
  private variable(): Expression {
    this.expect(".");
    const name = this.name();
    if (name !== "get") throw this.fault("«\u00a0get\u00a0» est attendu ici.");
    this.expect("(");
    const [key, fallback] = this.items(")");
    if (key?.op !== "value" || typeof key.value !== "string")
      throw this.fault("un nom entre guillemets est attendu ici.");
    return fallback ? filter("default_if_none", ref(key.value), [fallback]) : ref(key.value);
  }

  private method(of: Expression, name: string): Expression {
    return this.take("(")
      ? this.called(of, name, this.items(")"))
      : filter("get", of, [{ op: "value", value: name }]);
  }

  private called(of: Expression, name: string, args: Expression[]): Expression {
    const [list] = args;
    if (name === "join" && list) return filter("join", list, [of]);
    return filter(known(METHODS, name) ?? name, of, args);
  }
}

/** A condition of Publik of type `python`, as the same tree as the others. */
export const parsePython = (source: string): Parsed<Expression> =>
  attempt(() => {
    refuseLong(source);
    const reader = new PythonReader(source);
    const tree = reader.expression();
    if (reader.token.kind !== "end") throw reader.unexpected();
    return checked(tree, 0);
  });
