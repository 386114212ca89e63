import { filtersOf, rewrite } from "@/lib/expressions/model";
import { FILTERS } from "@/lib/expressions/model/filters";
import { parsePython } from "@/lib/expressions/model/parse-python";
import { parseTemplate } from "@/lib/expressions/model/parse-template";
import { rewriteTemplate, unknownTagsOf } from "@/lib/expressions/model/template-references";
import type { Expression, Template } from "@/lib/expressions/schemas";
import type { Source } from "@/lib/workflows/schemas/words";
import type { PublikCondition } from "../../schemas/publik";
import { parseCondition } from "../forms/conditions";
import { constantOf, simplify } from "../forms/simplify";
import { count, type Ledger, lose } from "../losses";
import { type FlowScope, settleName } from "./scope";

/** Where words are translated, and what is told of it. */
export type Desk = { scope: FlowScope; ledger: Ledger; where: string };

const TO_CONNECT = "À raccorder\u00a0: dites d’où vient cette information.";

const WHY = {
  theirs:
    "Cette partie est une page de l’installation d’origine\u00a0; nos messages mènent à la demande.",
  outside: "Ce nom n’est connu que de l’installation d’origine.",
} as const;

function tell(path: string, lost: keyof typeof WHY, { ledger, scope }: Desk) {
  const todo = scope.wanted.has(path)
    ? `À raccorder\u00a0: donnez sa valeur à l’option du circuit.`
    : TO_CONNECT;
  // Once for the whole workflow: the same name stands in many mails.
  lose(ledger, { where: "noms utilisés", what: `«\u00a0${path}\u00a0»`, why: WHY[lost], todo });
}

const first = (path: string) => path.split(".")[0] ?? "";

function settled(tree: Expression, bound: readonly string[], desk: Desk): Expression {
  for (const name of filtersOf(tree))
    if (!Object.hasOwn(FILTERS, name))
      lose(desk.ledger, {
        where: "filtres utilisés",
        what: `filtre «\u00a0${name}\u00a0»`,
        why: "Il n’existe que dans l’installation d’origine, et ne donne rien.",
        todo: TO_CONNECT,
      });
  return rewrite(tree, (node) => {
    if (node.op !== "ref" || bound.includes(first(node.path))) return node;
    const { of, lost } = settleName(node.path, desk.scope);
    if (lost) tell(node.path, lost, desk);
    return of;
  });
}

const isTemplate = (text: string) => /\{[{%]/.test(text);
const EZT = /\[(?:if-any\s+[\w.]+|else|end|form_[\w.]+)\]/;

/** How templates were written before 2017: `[form_name]`, `[if-any form_comment]…[end]`. */
const modern = (text: string) =>
  !isTemplate(text) && EZT.test(text)
    ? text
        .replace(/\[if-any\s+([\w.]+)\]/g, "{% if $1 %}")
        .replace(/\[else\]/g, "{% else %}")
        .replace(/\[end\]/g, "{% endif %}")
        .replace(/\[(form_[\w.]+)\]/g, "{{ $1 }}")
    : text;

/** A text of Publik as one of our templates; one that cannot be read stays as it is written, and is listed. */
export function translateWords(written: string, desk: Desk): Template {
  const text = modern(written);
  if (text === "") return [];
  const parsed = parseTemplate(text);
  // Counted, and listed, with every other text of its file.
  if (!parsed.ok) return [text.slice(0, 10_000)];
  for (const tag of unknownTagsOf(parsed.tree))
    lose(desk.ledger, {
      where: desk.where,
      what: `{% ${tag} %}`,
      why: "Cette balise n’existe que dans l’installation d’origine, et n’écrit rien.",
      todo: TO_CONNECT,
    });
  return rewriteTemplate(parsed.tree, (of, bound) => settled(of, bound, desk));
}

/** `=form_var_x`, in Python. */
function translatePython(written: string, desk: Desk): Source {
  const { where, ledger } = desk;
  const parsed = parsePython(written.slice(1));
  count(ledger, "templates", parsed.ok);
  if (parsed.ok) return { kind: "computed", expression: settled(parsed.tree, [], desk) };
  const why = `C’est écrit en Python. ${parsed.message}`;
  lose(ledger, { where, what: written, why, todo: "Écrivez cette valeur à nouveau." });
  return { kind: "text", words: [] };
}

/** One value alone stays what it is: a date, a list… */
export function translateSource(written: string, desk: Desk): Source {
  if (written.startsWith("=")) return translatePython(written, desk);
  const words = translateWords(written, desk);
  const [only] = words;
  return words.length === 1 && typeof only === "object" && only.tag === "output"
    ? { kind: "computed", expression: only.of }
    : { kind: "text", words };
}

/** Nothing: always. `never`: it is never so, and is told. */
export function translateWhen(
  condition: PublikCondition | undefined,
  desk: Desk,
): Expression | undefined | "never" {
  if (!condition) return undefined;
  const { ledger, where } = desk;
  const parsed = parseCondition(condition);
  count(ledger, "conditions", parsed.ok);
  if (!parsed.ok) {
    lose(ledger, {
      where,
      what: condition.text,
      why: parsed.message,
      todo: "Écrivez la condition à nouveau.",
    });
    return undefined;
  }
  const tree = simplify(settled(parsed.tree, [], desk));
  const constant = constantOf(tree);
  if (constant === undefined) return tree;
  if (constant) return undefined;
  const why = "Cette condition n’est jamais vraie hors de l’installation d’origine.";
  lose(ledger, {
    where,
    what: condition.text,
    why,
    todo: "Ajoutez cette partie si elle doit servir.",
  });
  return "never";
}
