import type { Expression } from "../schemas/expression";
import { NEUTRAL_TAGS, type Template, type TemplatePart, template } from "../schemas/template";
import { refuseLong } from "./parse";
import { attempt, Misread, type Parsed } from "./parsed";
import { Reader } from "./reader";

const MARK = /\{[{%#]/g;
const NAME = /\{%[\s\u00a0]*([A-Za-z]\w*)?/y;
const RAW_ENDS = {
  comment: /\{%[\s\u00a0]*endcomment[\s\u00a0]*%\}/g,
  verbatim: /\{%[\s\u00a0]*endverbatim[\s\u00a0]*%\}/g,
} as const;

/** A tag whose name is read: where it begins, and what follows the name. */
type Tag = { name: string; at: number; from: number };

function from(pattern: RegExp, source: string, at: number) {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

class TemplateReader {
  private at = 0;

  constructor(private readonly source: string) {}

  /** Parts up to one of these tags, which is read too; up to the end of the text when there is none. */
  parts(opened: Tag | null, ...ends: string[]): { parts: Template; end: string; tag: Tag } {
    const parts: Template = [];
    for (;;) {
      const mark = from(MARK, this.source, this.at);
      this.text(parts, mark?.index ?? this.source.length);
      if (!mark) {
        if (opened) throw this.unclosed(opened, ends);
        return { parts, end: "", tag: { name: "", at: this.at, from: this.at } };
      }
      const tag = this.mark(parts, mark[0]);
      if (tag && ends.includes(tag.name)) return { parts, end: tag.name, tag };
      if (tag) this.tag(parts, tag, opened, ends);
    }
  }

  private unclosed({ name, at }: Tag, ends: string[]) {
    const end = ends.at(-1) ?? "";
    return new Misread(at, `«\u00a0{% ${name} %}\u00a0» n’a pas de «\u00a0{% ${end} %}\u00a0».`);
  }

  private text(parts: Template, end: number) {
    const text = this.source.slice(this.at, end);
    this.at = end;
    if (!text) return;
    const last = parts.at(-1);
    if (typeof last === "string") parts[parts.length - 1] = last + text;
    else parts.push(text);
  }

  /** An output or a comment is done with; a tag is named. */
  private mark(parts: Template, sign: string): Tag | null {
    const { at } = this;
    if (sign === "{{") {
      const reader = new Reader(this.source, at + 2);
      parts.push({ tag: "output", of: reader.expression() });
      this.at = reader.endAt("}}");
      return null;
    }
    if (sign === "{#") {
      this.at = this.after("#}", at);
      return null;
    }
    const found = from(NAME, this.source, at);
    if (!found?.[1]) throw new Misread(at, "écrivez le nom d’une balise après «\u00a0{%\u00a0».");
    return { name: found[1], at, from: at + found[0].length };
  }

  private after(sign: string, at: number) {
    const end = this.source.indexOf(sign, at);
    if (end < 0) throw new Misread(at, `«\u00a0${sign}\u00a0» est attendu plus loin.`);
    return end + sign.length;
  }

  private close({ from: at }: Tag) {
    this.at = this.after("%}", at);
  }

  private tag(parts: Template, tag: Tag, opened: Tag | null, ends: string[]) {
    switch (tag.name) {
      case "if":
        return parts.push(this.conditional(tag));
      case "for":
        return parts.push(this.loop(tag));
      case "with":
        return parts.push(this.naming(tag, () => this.body(tag, "endwith")));
      case "assign":
        // Holds for what follows it, up to the end of what it is in.
        return this.assign(parts, tag, opened, ends);
      case "firstof":
        return parts.push({ tag: "firstof", of: this.values(tag) });
      case "now":
        return parts.push(this.now(tag));
      case "comment":
        return this.raw(tag, "comment");
      case "verbatim":
        return this.verbatim(parts, tag);
      default:
        return this.other(parts, tag);
    }
  }

  private body(tag: Tag, end: string): Template {
    const found = this.parts(tag, end);
    this.close(found.tag);
    return found.parts;
  }

  private conditional(tag: Tag): TemplatePart {
    const branches: { test: Expression; body: Template }[] = [];
    for (let at: Tag = tag; ; ) {
      const reader = new Reader(this.source, at.from);
      const test = reader.expression();
      this.at = reader.endAt("%}");
      const found = this.parts(tag, "elif", "else", "endif");
      branches.push({ test, body: found.parts });
      at = found.tag;
      if (found.end === "elif") continue;
      this.close(at);
      if (found.end === "endif") return { tag: "if", branches };
      return { tag: "if", branches, otherwise: this.body(tag, "endif") };
    }
  }

  private loop(tag: Tag): TemplatePart {
    const reader = new Reader(this.source, tag.from);
    const names = [reader.name()];
    while (reader.take(",")) names.push(reader.name());
    reader.expect("in");
    const of = reader.filtered();
    const reversed = reader.take("reversed") ? { reversed: true } : {};
    this.at = reader.endAt("%}");
    const found = this.parts(tag, "empty", "endfor");
    this.close(found.tag);
    const empty = found.end === "empty" ? { empty: this.body(tag, "endfor") } : {};
    return { tag: "for", names, of, ...reversed, body: found.parts, ...empty };
  }

  /** `a=b c=d`, or as it was written once, `b as a`. */
  private naming(tag: Tag, body: () => Template): TemplatePart {
    const reader = new Reader(this.source, tag.from);
    const names: { name: string; of: Expression }[] = [];
    while (!reader.is("%}")) {
      const first = reader.filtered();
      if (reader.take("=")) {
        if (first.op !== "ref") throw reader.fault("un nom est attendu avant «\u00a0=\u00a0».");
        names.push({ name: first.path, of: reader.filtered() });
      } else {
        reader.expect("as");
        names.push({ name: reader.name(), of: first });
      }
    }
    this.at = reader.endAt("%}");
    return { tag: "with", names, body: body() };
  }

  private assign(parts: Template, tag: Tag, opened: Tag | null, ends: string[]) {
    let rest: ReturnType<TemplateReader["parts"]> | undefined;
    parts.push(
      this.naming(tag, () => {
        rest = this.parts(opened, ...ends);
        return rest.parts;
      }),
    );
    // What ended the rest ends this too: it is read once more.
    if (rest) this.at = rest.tag.at;
  }

  private values(tag: Tag): Expression[] {
    const reader = new Reader(this.source, tag.from);
    const of: Expression[] = [];
    while (!reader.is("%}")) of.push(reader.filtered());
    this.at = reader.endAt("%}");
    return of;
  }

  private now(tag: Tag): TemplatePart {
    const [format] = this.values(tag);
    if (format?.op !== "value" || typeof format.value !== "string")
      throw new Misread(
        tag.at,
        "écrivez le format entre guillemets, par exemple «\u00a0d/m/Y\u00a0».",
      );
    return { tag: "now", format: format.value };
  }

  private raw(tag: Tag, name: keyof typeof RAW_ENDS) {
    this.close(tag);
    const end = from(RAW_ENDS[name], this.source, this.at);
    if (!end) throw this.unclosed(tag, [`end${name}`]);
    const text = this.source.slice(this.at, end.index);
    this.at = end.index + end[0].length;
    return text;
  }

  private verbatim(parts: Template, tag: Tag) {
    const text = this.raw(tag, "verbatim");
    const last = parts.at(-1);
    if (typeof last === "string") parts[parts.length - 1] = last + text;
    else if (text) parts.push(text);
  }

  private other(parts: Template, tag: Tag) {
    if (/^(elif|else|endif|empty|endfor|endwith|endcomment|endverbatim)$/.test(tag.name))
      throw new Misread(tag.at, `«\u00a0{% ${tag.name} %}\u00a0» n’est pas attendu ici.`);
    this.close(tag);
    const rest = this.source.slice(tag.from, this.at - 2).trim();
    if (!NEUTRAL_TAGS.includes(tag.name)) parts.push({ tag: "unknown", name: tag.name, rest });
  }
}

/** A text with `{{ … }}` and `{% … %}`. A tag that is not known is kept: `unknownTagsOf` lists it. */
export const parseTemplate = (source: string): Parsed<Template> =>
  attempt(() => {
    refuseLong(source);
    const { parts } = new TemplateReader(source).parts(null);
    if (template.safeParse(parts).success) return parts;
    throw new Misread(0, "ce modèle est trop long, ou contient un nom ou un nombre illisible.");
  });
