import type { Expression } from "../schemas/expression";
import type { Template, TemplatePart, TemplateTag } from "../schemas/template";

type PartOf<Tag extends TemplateTag["tag"]> = Extract<TemplateTag, { tag: Tag }>;

const LEVELS = { if: 0, or: 1, and: 2, not: 3, filter: 7, list: 8, ref: 8, value: 8 } as const;
const ADDS: readonly string[] = ["+", "-"];
const MULTIPLIES: readonly string[] = ["*", "/", "%"];

/** How tightly it holds its parts: the higher, the tighter. */
function levelOf({ op }: Expression): number {
  if (op in LEVELS) return LEVELS[op as keyof typeof LEVELS];
  if (ADDS.includes(op)) return 5;
  return MULTIPLIES.includes(op) ? 6 : 4;
}

function printValue(value: string | number | boolean | null) {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}

const inside = (part: Expression, level: number): string =>
  levelOf(part) < level ? `(${printExpression(part)})` : printExpression(part);

/** The text that reads back as this very tree. */
export function printExpression(tree: Expression): string {
  const level = levelOf(tree);
  switch (tree.op) {
    case "value":
      return printValue(tree.value);
    case "ref":
      return tree.path;
    case "list":
      return `[${tree.items.map(printExpression).join(", ")}]`;
    case "not":
      return `not ${inside(tree.of, level)}`;
    case "and":
    case "or":
      return tree.of.map((part) => inside(part, level + 1)).join(` ${tree.op} `);
    case "if":
      return `${inside(tree.yes, 1)} if ${inside(tree.test, 1)} else ${inside(tree.no, 0)}`;
    case "filter":
      return [
        `${inside(tree.of, level)}|${tree.name}`,
        ...(tree.args ?? []).map((arg) => inside(arg, 8)),
      ].join(":");
    default:
      return `${inside(tree.left, level)} ${tree.op} ${inside(tree.right, level + 1)}`;
  }
}

/** Where only a value and its filters may stand: after `=`, in `for … in`, in `firstof`. */
const held = (tree: Expression) => {
  const printed = inside(tree, LEVELS.filter);
  return printed.startsWith("-") ? `(${printed})` : printed;
};

const verbatim = (text: string) =>
  /\{[{%#]|\{$/.test(text) ? `{% verbatim %}${text}{% endverbatim %}` : text;

function printIf({ branches, otherwise }: PartOf<"if">) {
  const tests = branches.map(
    ({ test, body }, i) =>
      `{% ${i === 0 ? "if" : "elif"} ${printExpression(test)} %}${printTemplate(body)}`,
  );
  const last = otherwise ? `{% else %}${printTemplate(otherwise)}` : "";
  return `${tests.join("")}${last}{% endif %}`;
}

function printFor({ names, of, reversed, body, empty }: PartOf<"for">) {
  const head = `{% for ${names.join(", ")} in ${held(of)}${reversed ? " reversed" : ""} %}`;
  const last = empty ? `{% empty %}${printTemplate(empty)}` : "";
  return `${head}${printTemplate(body)}${last}{% endfor %}`;
}

function printPart(part: TemplatePart): string {
  if (typeof part === "string") return verbatim(part);
  switch (part.tag) {
    case "output":
      return `{{ ${printExpression(part.of)} }}`;
    case "if":
      return printIf(part);
    case "for":
      return printFor(part);
    case "with": {
      const names = part.names.map(({ name, of }) => `${name}=${held(of)}`).join(" ");
      return `{% with ${names} %}${printTemplate(part.body)}{% endwith %}`;
    }
    case "firstof":
      return `{% firstof ${part.of.map(held).join(" ")} %}`;
    case "now":
      return `{% now ${printValue(part.format)} %}`;
    case "unknown":
      return `{% ${[part.name, part.rest].filter(Boolean).join(" ")} %}`;
  }
}

/** The text that reads back as this very template. */
export const printTemplate = (template: Template): string => template.map(printPart).join("");
