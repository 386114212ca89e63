/** What one expression or template may be, and may cost. */
export const LIMITS = {
  /** Characters of its text. */
  source: 10_000,
  /** Nodes of its tree, and how deep they nest. */
  nodes: 2_000,
  depth: 100,
  /** Nodes evaluated, loops counted each time. */
  steps: 100_000,
  /** Characters of any text, and items of any list, on the way or at the end. */
  text: 100_000,
  items: 10_000,
} as const;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Is this value, whatever it is, a tree of so many nodes and levels at most? Never recursive itself. */
export function isWithinLimits(tree: unknown): boolean {
  let level = [tree].filter(isObject);
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    nodes += level.length;
    // A list is a level of its own.
    if (nodes > 2 * LIMITS.nodes || depth > 2 * LIMITS.depth) return false;
    level = level.flatMap((node) => Object.values(node).filter(isObject));
  }
  return true;
}
