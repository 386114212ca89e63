import { FILTERS } from "@/lib/expressions/model/filters";
import { parseTemplate } from "@/lib/expressions/model/parse-template";
import { render } from "@/lib/expressions/model/render";
import { rewriteTemplate, templateReferencesOf } from "@/lib/expressions/model/template-references";
import type { Expression, Template, TemplatePart } from "@/lib/expressions/schemas";
import { type Ledger, lose } from "../losses";
import { translateTree } from "./conditions";
import type { Scope } from "./known";

const isTemplate = (text: string) => /\{[{%]/.test(text);
const NOWHERE = { today: "", now: "", find: () => undefined, filters: FILTERS };

/** The words of a form are the same for everybody: what they were made of is written in as it was. */
export function saidOnce(text: string, scope: Scope, ledger: Ledger, where: string): string {
  if (!isTemplate(text)) return text;
  const parsed = parseTemplate(text);
  if (!parsed.ok) return text.replace(/\{[{%][^{}]*[}%]\}/g, "");
  const told = { scope, outside: new Set<string>() };
  const tree = rewriteTemplate(parsed.tree, (of) => translateTree(of, told));
  if (told.outside.size > 0 || templateReferencesOf(tree).length > 0)
    lose(ledger, {
      where,
      what: text.slice(0, 500),
      why: "Ce texte changeait selon les réponses ou l’installation\u00a0: le nôtre est le même pour tous.",
      todo: "Relisez-le, et complétez ce qui manque.",
    });
  const said = render(tree, NOWHERE, "text");
  return said.ok ? said.text : "";
}

const filter = (name: string, of: Expression, args: Expression[]): Expression => ({
  op: "filter",
  name,
  of,
  args,
});
const value = (text: string): Expression => ({ op: "value", value: text });

function partOf(part: TemplatePart): Expression | undefined {
  if (typeof part === "string") return part.trim() === "" ? undefined : value(part);
  if (part.tag === "output") return part.of;
  if (part.tag === "firstof") {
    const [first, ...others] = part.of;
    return first && others.reduce((of, next) => filter("default", of, [next]), first);
  }
  if (part.tag !== "if") return undefined;
  const otherwise = part.otherwise && asExpression(part.otherwise);
  return part.branches.reduceRight(
    (no: Expression, { test, body }): Expression => ({
      op: "if",
      test,
      yes: asExpression(body) ?? value(""),
      no,
    }),
    otherwise ?? { op: "value", value: null },
  );
}

const isUnsaid = (part: TemplatePart): boolean =>
  typeof part !== "string" && /^(for|with|now|unknown)$/.test(part.tag);

/** A template as one value: what it writes, end to end. Undefined when it repeats or names things of its own. */
export function asExpression(template: Template): Expression | undefined {
  if (template.some(isUnsaid)) return undefined;
  const parts = template.flatMap((part) => partOf(part) ?? []);
  const [only] = parts;
  return parts.length <= 1 ? only : filter("join", { op: "list", items: parts }, [value("")]);
}

/** What a template of Publik gives, over our answers; `outside` is what only their installation knows. */
export function computedBy(text: string, scope: Scope) {
  const parsed = parseTemplate(text);
  const tree = parsed.ok ? asExpression(parsed.tree) : undefined;
  const outside = new Set<string>();
  return tree && { tree: translateTree(tree, { scope, outside }), outside: [...outside] };
}

/** The text that it is whatever is answered, if it is one. */
export function constantText(tree: Expression): string | undefined {
  if (tree.op === "value") return tree.value === null ? "" : String(tree.value);
  return undefined;
}
