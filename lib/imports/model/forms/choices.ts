import { isTrue, nodesOf } from "@/lib/expressions/model";
import { FILTERS } from "@/lib/expressions/model/filters";
import type { Expression } from "@/lib/expressions/schemas";
import { type Known, type KnownOption, literal, resolve, type Scope } from "./known";

const COMPARES = new Set(["==", "!=", "<", "<=", ">", ">=", "in", "not in", "filter"]);

/** The only question that this part of a condition looks at, if it is a choice. */
function onlyChoice(tree: Expression, scope: Scope): Known | undefined {
  const found = new Set<Known>();
  for (const node of nodesOf(tree)) {
    if (node.op === "filter" && !Object.hasOwn(FILTERS, node.name)) return undefined;
    if (node.op !== "ref") continue;
    const resolved = resolve(node.path, scope);
    if (resolved.is !== "field" || resolved.reading === "column") return undefined;
    found.add(resolved.known);
  }
  const [known] = found;
  return found.size === 1 && known?.kind.startsWith("choice") ? known : undefined;
}

/** What this part is worth when that option is chosen, or none. */
const worthOf = (tree: Expression, option: KnownOption | undefined, scope: Scope) => ({
  tree,
  today: "",
  now: "",
  filters: FILTERS,
  find: (name: string) => {
    const resolved = resolve(name, scope);
    if (resolved.is !== "field" || !option) return null;
    return resolved.reading === "raw" ? option.raw : option.label;
  },
});

const holdsFor = (tree: Expression, option: KnownOption | undefined, scope: Scope) =>
  isTrue(tree, worthOf(tree, option, scope));

const among = (id: string, values: readonly string[]): Expression => {
  const left: Expression = { op: "ref", path: id };
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? { op: "==", left, right: literal(only) }
    : { op: "in", left, right: { op: "list", items: values.map(literal) } };
};

/** « its label holds "carte" » becomes « it is one of these two options ». */
function oneOf(tree: Expression, { id, options }: Known, scope: Scope): Expression {
  const yes = options.filter((option) => holdsFor(tree, option, scope));
  const no = options.filter((option) => !yes.includes(option));
  const values = (some: readonly KnownOption[]) => some.map(({ value }) => value);
  const answered: Expression = { op: "ref", path: id };
  const whenBlank = holdsFor(tree, undefined, scope);
  if (!whenBlank && no.length === 0) return answered;
  if (whenBlank && yes.length === 0) return { op: "not", of: answered };
  if (!whenBlank) return yes.length === 0 ? literal(false) : among(id, values(yes));
  return no.length === 0 ? literal(true) : { op: "not", of: among(id, values(no)) };
}

/** « "carte" in its labels » becomes « one of these two options is among the chosen ». */
function anyOf(tree: Expression, { id, options }: Known, scope: Scope): Expression | undefined {
  const isMember = tree.op === "in" || tree.op === "not in";
  const isEqual = tree.op === "==" || tree.op === "!=";
  const literals = isMember ? [tree.left] : isEqual ? [tree.left, tree.right] : [];
  if (!literals.some(({ op }) => op === "value")) return undefined;
  const isIn = { ...tree, op: isMember ? "in" : "==" } as Expression;
  const chosen = options
    .filter((option) => holdsFor(isIn, option, scope))
    .map(
      ({ value }): Expression => ({
        op: "in",
        left: literal(value),
        right: { op: "ref", path: id },
      }),
    );
  const [only] = chosen;
  const found = !only
    ? literal(false)
    : chosen.length === 1
      ? only
      : { op: "or" as const, of: chosen };
  return tree.op === "in" || tree.op === "==" ? found : { op: "not", of: found };
}

/**
 * Publik compares the text of an option, we compare its value: a part that looks at one choice only is worked out for
 * each of its options.
 */
export function onOptions(tree: Expression, scope: Scope): Expression | undefined {
  if (!COMPARES.has(tree.op)) return undefined;
  const known = onlyChoice(tree, scope);
  if (!known || known.options.length === 0) return undefined;
  return known.kind === "choice" ? oneOf(tree, known, scope) : anyOf(tree, known, scope);
}
