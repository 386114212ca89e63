import { referencesOf, rewrite } from "@/lib/expressions/model";
import { parseExpression } from "@/lib/expressions/model/parse";
import { parsePython } from "@/lib/expressions/model/parse-python";
import type { Expression } from "@/lib/expressions/schemas";
import type { PublikCondition } from "../../schemas/publik";
import { count, type Ledger, lose } from "../losses";
import { onOptions } from "./choices";
import { type Known, literal, resolve, type Scope, sharedName } from "./known";
import { simplify } from "./simplify";

const REWIRE = "À raccorder\u00a0: dites dans le formulaire d’où vient cette information.";

/** Names of ours are not resolved twice. */
const OURS = "our.";
const marked = (tree: Expression) =>
  rewrite(tree, (node) => (node.op === "ref" ? { ...node, path: `${OURS}${node.path}` } : node));

function named(path: string, scope: Scope, outside: Set<string>): Expression {
  if (path.startsWith(OURS)) return { op: "ref", path: path.slice(OURS.length) };
  if (path === "today" || path === "now" || path === "value") return { op: "ref", path };
  const resolved = resolve(path, scope);
  if (resolved.is === "constant") return literal(resolved.value);
  if (resolved.is === "field" && resolved.reading !== "column")
    return { op: "ref", path: resolved.known.id };
  outside.add(path);
  return literal(null);
}

export type Atom = { scope: Scope; outside: Set<string>; depth?: number };

/** `x == "True"`, of a box. */
function asBox(tree: Expression, { scope }: Atom): Expression {
  if (tree.op !== "==" && tree.op !== "!=") return tree;
  const { left, right } = tree;
  if (left.op !== "ref" || right.op !== "value" || typeof right.value !== "string") return tree;
  const resolved = resolve(left.path, scope);
  const isBox = resolved.is === "field" && resolved.known.kind === "box";
  const isTrue = /^(true|oui)$/i.test(right.value);
  return isBox ? { ...tree, right: literal(isTrue) } : tree;
}

/** Options first, marked as ours; then every other name. */
function settle(tree: Expression, atom: Atom): Expression {
  const found = onOptions(tree, atom.scope);
  return rewrite(found ? marked(found) : asBox(tree, atom), (node) =>
    node.op === "ref" ? named(node.path, atom.scope, atom.outside) : node,
  );
}

/** Each name that several questions share multiplies what a comparison says: past these, the last ones count. */
const [MOST_SHARED, MOST_TWINS] = [2, 6];

/** When several questions share a name, the last one that is answered counts. */
function settleShared(tree: Expression, atom: Atom): Expression {
  const { scope } = atom;
  const shared = referencesOf(tree)
    .map((path) => sharedName(path, scope))
    .find((name) => name !== undefined);
  const { depth = 0 } = atom;
  const all = shared === undefined ? [] : (scope.fields.get(shared) ?? []);
  const [first, ...later] = all.slice(-(depth < MOST_SHARED ? MOST_TWINS : 1));
  if (shared === undefined || !first) return settle(tree, atom);
  const only = (known: Known): Expression =>
    settleShared(tree, {
      ...atom,
      depth: depth + 1,
      scope: { ...scope, fields: new Map([...scope.fields, [shared, [known]]]) },
    });
  return later.reduce(
    (no, known): Expression => ({
      op: "if",
      test: { op: "ref", path: known.id },
      yes: only(known),
      no,
    }),
    only(first),
  );
}

/** Down to the parts that compare or write one thing. */
function renamed(tree: Expression, atom: Atom): Expression {
  const inside = (part: Expression) => renamed(part, atom);
  switch (tree.op) {
    case "not":
      return { ...tree, of: inside(tree.of) };
    case "and":
    case "or":
      return { ...tree, of: tree.of.map(inside) };
    case "if":
      return { ...tree, test: inside(tree.test), yes: inside(tree.yes), no: inside(tree.no) };
    case "list":
      return { ...tree, items: tree.items.map(inside) };
    case "filter":
      return tree.of.op === "list" ? { ...tree, of: inside(tree.of) } : settleShared(tree, atom);
    default:
      return settleShared(tree, atom);
  }
}

export const parseCondition = ({ kind, text }: PublikCondition) =>
  kind === "python" ? parsePython(text) : parseExpression(text);

/** Any expression of Publik over our answers. */
export const translateTree = (tree: Expression, atom: Atom): Expression =>
  simplify(renamed(tree, atom));

/**
 * A condition of Publik over our answers. What only their installation knows counts for nothing, and is listed; what
 * cannot be read at all is listed too, and gives no condition.
 */
export function translateCondition(
  condition: PublikCondition,
  scope: Scope,
  ledger: Ledger,
  where: string,
): Expression | undefined {
  const parsed = parseCondition(condition);
  count(ledger, "conditions", parsed.ok);
  if (!parsed.ok) {
    const why = `${condition.kind === "python" ? "Elle est écrite en Python. " : ""}${parsed.message}`;
    lose(ledger, { where, what: condition.text, why, todo: "Écrivez la condition à nouveau." });
    return undefined;
  }
  const outside = new Set<string>();
  const tree = translateTree(parsed.tree, { scope, outside });
  for (const path of outside)
    lose(ledger, {
      where,
      what: condition.text,
      why: `«\u00a0${path}\u00a0» n’est connu que de l’installation d’origine.`,
      todo: REWIRE,
    });
  return tree;
}
