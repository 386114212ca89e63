import { globSync, readFileSync } from "node:fs";
import { parseSync } from "@swc/core";

/** What people read. `db/seed` is not here: it goes through `french()` when it is written. */
const READ = "{app,components,lib,simulators}/**/*.{ts,tsx}";
const WRONG = /(?:^|[\p{L}\p{N}»)’…}%]) [:;?!%€](?=[\s,.)…»]|$)| »|« /u;

const isFrenchSpaces = ({ type, callee }) =>
  type === "CallExpression" && callee.type === "Identifier" && callee.value === "frenchSpaces";

/** The parts of a program that nobody reads, or that `frenchSpaces` mends as it runs. */
const isOut = (node) =>
  /^(Import|Export\w*All|Ts\w*Type|TaggedTemplate)/.test(node.type ?? "") || isFrenchSpaces(node);

/** Every string, template and text between tags under a node of a syntax tree. */
function* textsOf(node) {
  if (!node || typeof node !== "object" || isOut(node)) return;
  if (node.type === "StringLiteral" || node.type === "JSXText") yield node.value;
  if (node.type === "TemplateElement") yield node.cooked ?? node.raw;
  for (const child of Object.values(node)) yield* textsOf(child);
}

/** French typography: « : » comes after a no-break space, « ; ? ! » after a narrow one, « … » hold theirs. */
export function frenchProblems() {
  return globSync(READ)
    .filter((path) => !/\.test\./.test(path))
    .flatMap((path) => {
      const code = readFileSync(path, "utf8");
      if (!/ [:;?!»%€]|« /.test(code)) return [];
      const tree = parseSync(code, { syntax: "typescript", tsx: path.endsWith("x") });
      return [...textsOf(tree)].flatMap((text) => {
        const { index } = WRONG.exec(text) ?? {};
        if (index === undefined) return [];
        return `${path}: a no-break space is missing in "${text.slice(Math.max(0, index - 30), index + 10).trim()}"`;
      });
    });
}
