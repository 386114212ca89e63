import type { Expression } from "../schemas/expression";
import { LIMITS } from "../schemas/limits";
import type { Template, TemplatePart, TemplateTag } from "../schemas/template";
import { evaluate, Run, type Scope } from "./evaluate";
import { formatMoment } from "./moments";
import { isList, TooMuch, textOf, type Value } from "./values";
import { type Context, escapeFor, oneLine, saidOf } from "./writing";

export type Rendered = { ok: true; text: string } | { ok: false; message: string };

type PartOf<Tag extends TemplateTag["tag"]> = Extract<TemplateTag, { tag: Tag }>;

const FORMATS = ["date", "datetime", "time"];

/** A date with its format is written as its author wants it. */
const isFormatted = (of: Expression) =>
  of.op === "filter" && of.args !== undefined && FORMATS.includes(of.name);

const hasLineBreaks = (of: Expression) => of.op === "filter" && /^linebreaks(br)?$/.test(of.name);

const rowsOf = (value: Value): readonly Value[] => {
  if (isList(value)) return value;
  return value === null || value === "" ? [] : [value];
};

const chosen = ({ branches, otherwise = [] }: PartOf<"if">, run: Run) =>
  branches.find(({ test }) => run.isTrue(test))?.body ?? otherwise;

const named = ({ names }: PartOf<"with">, run: Run) =>
  Object.fromEntries(names.map(({ name, of }) => [name, run.evaluate(of)] as const));

class Writer {
  private written = "";

  constructor(private readonly context: Context) {}

  get text() {
    return this.context === "header" ? oneLine(this.written) : this.written;
  }

  private put(text: string) {
    this.written += text;
    if (this.written.length > LIMITS.text) throw new TooMuch();
  }

  private value(of: Expression, value: Value) {
    const { context } = this;
    const isForPeople = context !== "url" && context !== "data" && !isFormatted(of);
    const text = isForPeople ? saidOf(value) : textOf(value);
    const escaped = escapeFor(context, text, this.written === "");
    const isBroken = context === "html" && hasLineBreaks(of);
    this.put(isBroken ? escaped.replace(/\r?\n/g, "<br>") : escaped);
  }

  parts(template: Template, run: Run) {
    for (const part of template) {
      run.spend();
      this.part(part, run);
    }
  }

  private part(part: TemplatePart, run: Run) {
    if (typeof part === "string") this.put(part);
    else if (part.tag === "output") this.value(part.of, run.evaluate(part.of));
    else if (part.tag === "if") this.parts(chosen(part, run), run);
    else if (part.tag === "for") this.loop(part, run);
    else if (part.tag === "with") this.parts(part.body, run.within(named(part, run)));
    else if (part.tag === "firstof") this.first(part, run);
    else if (part.tag === "now")
      this.put(escapeFor(this.context, formatMoment(run.scope.now, part.format), false));
  }

  private first({ of }: PartOf<"firstof">, run: Run) {
    const found = of.find((each) => run.isTrue(each));
    if (found) this.value(found, run.evaluate(found));
  }

  private loop({ names, of, reversed, body, empty }: PartOf<"for">, run: Run) {
    const rows = rowsOf(run.evaluate(of));
    const { length } = rows;
    if (length === 0) this.parts(empty ?? [], run);
    for (const [at, row] of (reversed ? [...rows].reverse() : rows).entries()) {
      run.spend();
      const [name = "", ...more] = names;
      const parts = more.length > 0 && isList(row) ? row : [row];
      const items = [name, ...more].map((each, i) => [each, parts[i] ?? null] as const);
      const forloop = {
        counter: at + 1,
        counter0: at,
        revcounter: length - at,
        revcounter0: length - at - 1,
        first: at === 0,
        last: at === length - 1,
        length,
      };
      this.parts(body, run.within({ ...Object.fromEntries(items), forloop }));
    }
  }
}

/** The template in this scope, each value escaped for where it goes. A tag that is not known writes nothing. */
export function render(template: Template, scope: Scope, context: Context): Rendered {
  const writer = new Writer(context);
  try {
    writer.parts(template, new Run(scope));
    return { ok: true, text: writer.text };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { ok: false, message: "Ce modèle écrit un texte trop long, ou répète trop." };
  }
}

/** What a computed value gives: the value itself when the template is one output, or its text. */
export function renderValue(template: Template, scope: Scope): Value {
  const [only, ...more] = template.filter((part) => typeof part !== "string" || part.trim());
  if (more.length === 0 && typeof only === "object" && only.tag === "output")
    return evaluate(only.of, scope);
  const rendered = render(template, scope, "data");
  return rendered.ok ? rendered.text.trim() || null : null;
}
