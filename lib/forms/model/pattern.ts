/**
 * Regular expressions of authors, matched in time proportional to the text whatever they wrote (Thompson, 1968):
 * no backtracking, hence no back-references nor look-around. The whole text must match.
 */
type Test = (sign: string) => boolean;

/** Jumps are relative to the instruction that makes them. */
type Step =
  | { op: "sign"; test: Test }
  | { op: "fork"; to: readonly [number, number] }
  | { op: "jump"; to: number }
  | { op: "start" | "end" };

const MOST_STEPS = 4_000;
const MOST_REPEATS = 200;

class NotUnderstood extends Error {}

const CLASSES: Record<string, Test> = {
  d: (sign) => /^\d$/.test(sign),
  w: (sign) => /^[\p{L}\p{N}_]$/u.test(sign),
  s: (sign) => /^\s$/.test(sign),
};
const SIGNS: Record<string, string> = { n: "\n", t: "\t", r: "\r" };

const not =
  (test: Test): Test =>
  (sign) =>
    !test(sign);

/** Reads a pattern from left to right, each part giving its own instructions. */
class Reader {
  private at = 0;
  private readonly signs: string[];

  constructor(pattern: string) {
    this.signs = [...pattern];
  }

  private get sign() {
    return this.signs[this.at];
  }

  private take(expected?: string) {
    const sign = this.sign;
    if (sign === undefined || (expected && sign !== expected)) throw new NotUnderstood();
    this.at++;
    return sign;
  }

  private skip(sign: string) {
    const isHere = this.sign === sign;
    if (isHere) this.at++;
    return isHere;
  }

  whole() {
    const steps = this.choice();
    if (this.at < this.signs.length) throw new NotUnderstood();
    return steps;
  }

  private choice(): Step[] {
    const first = this.sequence();
    if (!this.skip("|")) return first;
    const second = this.choice();
    return bounded([
      { op: "fork", to: [1, first.length + 2] },
      ...first,
      { op: "jump", to: second.length + 1 },
      ...second,
    ]);
  }

  private sequence(): Step[] {
    const steps: Step[] = [];
    while (this.sign !== undefined && this.sign !== "|" && this.sign !== ")")
      steps.push(...this.repeated());
    return bounded(steps);
  }

  private repeated(): Step[] {
    let steps = this.single();
    for (let range = this.range(); range; range = this.range()) {
      this.skip("?"); // Greedy or not, a whole match is the same.
      steps = times(steps, ...range);
    }
    return steps;
  }

  private range(): [least: number, most: number] | null {
    if (this.skip("*")) return [0, Number.POSITIVE_INFINITY];
    if (this.skip("+")) return [1, Number.POSITIVE_INFINITY];
    if (this.skip("?")) return [0, 1];
    const braces = /^\{(\d{1,3})(,?)(\d{0,3})\}/.exec(
      this.signs.slice(this.at, this.at + 9).join(""),
    );
    if (!braces) return null;
    this.at += braces[0].length;
    const [, least = "", comma, most = ""] = braces;
    if (!comma) return [Number(least), Number(least)];
    return [Number(least), most === "" ? Number.POSITIVE_INFINITY : Number(most)];
  }

  private single(): Step[] {
    const sign = this.take();
    switch (sign) {
      case "(": {
        if (this.skip("?")) this.take(":");
        const steps = this.choice();
        this.take(")");
        return steps;
      }
      case "^":
        return [{ op: "start" }];
      case "$":
        return [{ op: "end" }];
      case ".":
        return [{ op: "sign", test: (one) => one !== "\n" }];
      case "[":
        return [{ op: "sign", test: this.set() }];
      case "\\":
        return [{ op: "sign", test: this.escaped() }];
      case "*":
      case "+":
      case "?":
        throw new NotUnderstood();
      default:
        return [{ op: "sign", test: (one) => one === sign }];
    }
  }

  /** After a backslash. */
  private escaped(): Test {
    const sign = this.take();
    const named = CLASSES[sign.toLowerCase()];
    if (named) return sign === sign.toLowerCase() ? named : not(named);
    const written = SIGNS[sign] ?? sign;
    if (/^[A-Za-z0-9]$/.test(written)) throw new NotUnderstood();
    return (one) => one === written;
  }

  /** Between brackets. */
  private set(): Test {
    const isNegated = this.skip("^");
    const tests: Test[] = [];
    do tests.push(this.member());
    while (this.sign !== "]");
    this.take("]");
    const isIn: Test = (sign) => tests.some((test) => test(sign));
    return isNegated ? not(isIn) : isIn;
  }

  private member(): Test {
    const first = this.take();
    if (first === "\\") return this.escaped();
    const isRange = this.sign === "-" && this.signs[this.at + 1] !== "]";
    if (!isRange) return (sign) => sign === first;
    this.take("-");
    const last = this.take();
    if (last < first || last === "\\") throw new NotUnderstood();
    return (sign) => sign >= first && sign <= last;
  }
}

function bounded(steps: Step[]) {
  if (steps.length > MOST_STEPS) throw new NotUnderstood();
  return steps;
}

function times(steps: Step[], least: number, most: number): Step[] {
  const isEndless = most === Number.POSITIVE_INFINITY;
  if (least > most || Math.max(least, isEndless ? 0 : most) > MOST_REPEATS)
    throw new NotUnderstood();
  if (steps.length * Math.max(least, isEndless ? 1 : most) > MOST_STEPS) throw new NotUnderstood();
  const always = Array.from({ length: least }, () => steps).flat();
  if (isEndless)
    return [
      ...always,
      { op: "fork", to: [1, steps.length + 2] },
      ...steps,
      { op: "jump", to: -(steps.length + 1) },
    ];
  const maybe: Step[] = [{ op: "fork", to: [1, steps.length + 1] }, ...steps];
  return [...always, ...Array.from({ length: most - least }, () => maybe).flat()];
}

type Matcher = (text: string) => boolean;

/** Everywhere the program can be at this place of the text, without reading a sign more. */
function spread(
  program: readonly Step[],
  from: Iterable<number>,
  isFirst: boolean,
  isLast: boolean,
) {
  const reached = new Set<number>();
  const next = [...from];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const step = program[at];
    if (step?.op === "jump") next.push(at + step.to);
    if (step?.op === "fork") next.push(at + step.to[0], at + step.to[1]);
    if ((step?.op === "start" && isFirst) || (step?.op === "end" && isLast)) next.push(at + 1);
  }
  return reached;
}

function matcher(program: readonly Step[]): Matcher {
  return (text) => {
    const signs = [...text];
    let places = spread(program, [0], true, signs.length === 0);
    for (const [index, sign] of signs.entries()) {
      const next = [...places].flatMap((at) => {
        const step = program[at];
        return step?.op === "sign" && step.test(sign) ? [at + 1] : [];
      });
      if (next.length === 0) return false;
      places = spread(program, next, false, index === signs.length - 1);
    }
    return places.has(program.length);
  };
}

const known = new Map<string, Matcher | null>();
const MOST_KNOWN = 1_000;

/** Null for a pattern that cannot be matched this way. */
export function patternOf(pattern: string): Matcher | null {
  const found = known.get(pattern);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const read = build(pattern);
  known.set(pattern, read);
  return read;
}

function build(pattern: string): Matcher | null {
  try {
    return matcher(new Reader(pattern).whole());
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}
