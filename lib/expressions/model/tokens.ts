import { Misread } from "./parsed";

export type Token = {
  kind: "number" | "text" | "name" | "sign" | "end";
  /** As understood: a text without its quotes. */
  value: string;
  at: number;
  end: number;
};

const SPACE = /[\s\u00a0\u202f]*/y;
const NUMBER = /\d+(?:\.\d+)?(?![\w.])/y;
// Each part eats all it can and starts with what the one before cannot hold: linear.
const NAME = /[A-Za-z][\w-]*(?:\.[A-Za-z0-9][\w-]*)*/y;
const PLAIN_NAME = /[A-Za-z]\w*(?:\.[A-Za-z0-9]\w*)*/y;
// What closes a template's marks is a sign too.
const SIGN = /==|!=|<=|>=|%\}|\}\}|[<>=+\-*/%|:,.()[\]]/y;
const TEXT = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/y;

function read(pattern: RegExp, source: string, at: number) {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

const token = (
  kind: Token["kind"],
  at: number,
  found: RegExpExecArray,
  value = found[0],
): Token => ({
  kind,
  value,
  at,
  end: at + found[0].length,
});

const unescaped = (text: string) => text.replace(/\\([\s\S])/g, "$1");

function textAt(source: string, at: number): Token {
  const found = read(TEXT, source, at);
  if (!found) throw new Misread(at, "ce texte n’a pas de guillemet fermant.");
  return token("text", at, found, unescaped(found[1] ?? found[2] ?? ""));
}

/** After what may end a value, « - » subtracts; anywhere else it begins a negative number. */
const isOperand = (before: Token | undefined) =>
  before !== undefined &&
  (before.kind === "number" ||
    before.kind === "text" ||
    (before.kind === "name" && !/^(and|or|not|in|is|if|else)$/.test(before.value)) ||
    before.value === ")" ||
    before.value === "]");

function negativeAt(source: string, at: number, before: Token | undefined) {
  if (source[at] !== "-" || isOperand(before)) return null;
  const found = read(NUMBER, source, at + 1);
  return found && { ...token("number", at, found, `-${found[0]}`), end: at + 1 + found[0].length };
}

const strange = (source: string, at: number) => {
  const sign = String.fromCodePoint(source.codePointAt(at) ?? 32);
  if (/[“”«»‘’]/.test(sign))
    return new Misread(at, `utilisez des guillemets droits à la place de «\u00a0${sign}\u00a0».`);
  if (sign === "_") return new Misread(at, "un nom ne commence pas par «\u00a0_\u00a0».");
  return new Misread(at, `«\u00a0${sign}\u00a0» n’est pas attendu ici.`);
};

/**
 * The next token from here, spaces left out; `before` is the one that came just before. In Python, `a-b` is a sum, no
 * name.
 */
export function tokenAt(source: string, from: number, before?: Token, isPython = false): Token {
  const at = from + (read(SPACE, source, from)?.[0].length ?? 0);
  if (at >= source.length) return { kind: "end", value: "", at, end: at };
  if (source[at] === '"' || source[at] === "'") return textAt(source, at);
  const negative = negativeAt(source, at, before);
  if (negative) return negative;
  for (const [kind, pattern] of [
    ["number", NUMBER],
    ["name", isPython ? PLAIN_NAME : NAME],
    ["sign", SIGN],
  ] as const) {
    const found = read(pattern, source, at);
    if (found) return token(kind, at, found);
  }
  throw strange(source, at);
}
