import { type Expression, expression } from "../schemas/expression";
import { LIMITS } from "../schemas/limits";
import { attempt, Misread, type Parsed } from "./parsed";
import { Reader } from "./reader";

/** Too long to be read at all? */
export function refuseLong(source: string) {
  if (source.length > LIMITS.source)
    throw new Misread(LIMITS.source, `${LIMITS.source} caractères au plus.`);
}

/** Names of filters, sizes, numbers: what the grammar alone does not say. */
export function checked(tree: Expression, at: number): Expression {
  const found = expression.safeParse(tree);
  if (found.success) return tree;
  throw new Misread(
    at,
    "cette expression est trop longue, ou contient un nom ou un nombre illisible.",
  );
}

/** What the authors of seeds and tests write; a bug when it cannot be read. */
export function when(source: string): Expression {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.message}`);
  return parsed.tree;
}

/** A condition or a computed value: `commune == "Bron" and not enfants|length > 3`. */
export const parseExpression = (source: string): Parsed<Expression> =>
  attempt(() => {
    refuseLong(source);
    const reader = new Reader(source);
    const tree = reader.expression();
    if (reader.token.kind !== "end") throw reader.unexpected();
    return checked(tree, 0);
  });
