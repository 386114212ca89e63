import { nodesOf } from "@/lib/expressions/model";
import { printExpression } from "@/lib/expressions/model/print";
import type { Expression } from "@/lib/expressions/schemas";
import {
  type Field,
  type FormDefinition,
  type FormDefinitionInput,
  formDefinition,
  RESERVED_STEPS,
} from "@/lib/forms/schemas";
import { attributeProblems } from "@/lib/forms/schemas/attribute-problems";
import { conditionProblems, expressionProblems } from "@/lib/forms/schemas/expression-problems";
import { field as fieldSchema } from "@/lib/forms/schemas/fields";
import type { PublikField, PublikForm } from "../../schemas/publik";
import { lineOfHtml } from "../html";
import type { Library } from "../library";
import { type Ledger, lose } from "../losses";
import { identifier, Names } from "../names";
import { translateCondition } from "./conditions";
import { type Draft, draftOf, placeOf } from "./drafts";
import type { Known, Scope } from "./known";
import { type PublikPage, pagesOf } from "./pages";
import type { OurField } from "./question";
import { constantOf } from "./simplify";
import { conditionOf, place, type Sheet, titleOf } from "./steps";

type Work = {
  scope: Scope & { fields: Map<string, readonly Known[]> };
  library: Library;
  ledger: Ledger;
  names: Names;
  sheets: Sheet[];
};

const CUT =
  "Une page ne change pas pendant qu’on la remplit\u00a0: la suite vient sur une page à part.";

/** Always shown: no condition. `never`, once it is told. */
function conditionFor(field: PublikField | undefined, where: string, work: Work) {
  if (!field?.condition) return undefined;
  const tree = translateCondition(field.condition, work.scope, work.ledger, where);
  const constant = tree && constantOf(tree);
  if (constant === undefined) return tree;
  if (constant) return undefined;
  lose(work.ledger, {
    where,
    what: `jamais montré\u00a0: ${field.condition.text}`,
    why: "Cette condition n’est jamais vraie avec les réglages de l’export.",
    todo: "Ajoutez cette partie si elle doit servir.",
  });
  return "never";
}

/** Its name is known, and stands for nothing; its own condition is read all the same. */
function skip(field: PublikField, work: Work) {
  const { scope } = work;
  if (field.condition) translateCondition(field.condition, scope, work.ledger, field.label);
  if (field.varname && !scope.fields.has(field.varname)) scope.fields.set(field.varname, []);
}

/** A setting that the export leaves blank, or nothing to wait for. */
const looksAtNothing = (test: Expression) =>
  constantOf(test) !== undefined ||
  [...nodesOf(test)].some((node) => node.op === "value" && node.value === null);

/** Must hold of a page once it is filled. What only their installation knows holds nobody back. */
function addPostConditions({ page }: PublikPage, { ledger, scope, sheets }: Work) {
  const where = page?.label ?? "";
  for (const { condition, message } of page?.postConditions ?? []) {
    const known = ledger.losses.length;
    const test = translateCondition(condition, scope, ledger, where);
    const isWhole = test && ledger.losses.length === known && !looksAtNothing(test);
    if (isWhole)
      sheets.at(-1)?.postConditions.push({ test, message: message || "Vérifiez cette page." });
    else
      lose(ledger, {
        where,
        what: `contrôle de la page\u00a0: ${condition.text}`,
        why: `Il dépend de l’installation d’origine, ou d’un réglage vide. Son message\u00a0: ${message}`,
        todo: "Vérifiez cette réponse à l’instruction.",
      });
  }
}

function addField(field: PublikField, page: PublikField | undefined, work: Work) {
  const { scope, ledger, library, names, sheets } = work;
  const where = placeOf(page, field);
  const condition = conditionFor(field, where, work);
  if (condition === "never") return skip({ ...field, condition: undefined }, work);
  const draft = draftOf(field, where, { library, ledger, scope }, names);
  if (!draft) return;
  const isCut = place(sheets, draft, condition);
  if (isCut)
    lose(ledger, { where, what: "page coupée en deux", why: CUT, todo: "Relisez l’ordre." });
  if (field.varname)
    scope.fields.set(field.varname, [...(scope.fields.get(field.varname) ?? []), draft.known]);
}

function addPage(page: PublikPage, title: string, work: Work) {
  const where = page.page?.label ?? title;
  const condition = conditionFor(page.page, where, work);
  if (condition === "never") {
    for (const field of page.fields) skip(field, work);
    return addPostConditions(page, work);
  }
  work.sheets.push({
    title: lineOfHtml(where, 120) || title,
    condition,
    rows: [],
    postConditions: [],
  });
  for (const field of page.fields) addField(field, page.page, work);
  addPostConditions(page, work);
}

/** What hides this; nothing when the fields before it could never make it so. */
function visibility(
  tree: Expression | undefined,
  where: string,
  { ledger }: Work,
  earlier: readonly Field[],
) {
  if (!tree) return {};
  const [why] = conditionProblems(tree, earlier);
  if (!why) return { visibleIf: tree };
  const todo = "Relisez la condition\u00a0: la question est toujours posée.";
  lose(ledger, { where, what: printExpression(tree), why, todo });
  return {};
}

/** Without what fills or checks a field in a way that it does not bear; a computed value that cannot be is left out. */
function sound(
  field: OurField,
  { where }: Draft,
  ledger: Ledger,
  earlier: readonly Field[],
  above: readonly Field[],
): Field[] {
  const parsed = fieldSchema.safeParse(field);
  if (!parsed.success) {
    const what = parsed.error.issues.map(({ message }) => message).join(" ");
    const todo = "Ajoutez cette question à la main.";
    lose(ledger, { where, what, why: "Cette question ne peut pas être la nôtre.", todo });
    return [];
  }
  const whole = parsed.data;
  const [why] = [...attributeProblems(whole), ...expressionProblems(whole, earlier, above)];
  if (!why) return [whole];
  lose(ledger, {
    where,
    what: "valeur calculée, remplissage ou vérification",
    why,
    todo: "Écrivez-la à nouveau.",
  });
  if (field.type === "computed") return [];
  const {
    prefill: _prefill,
    validators: _validators,
    ...rest
  } = field as OurField & Record<string, unknown>;
  return [fieldSchema.parse(rest)];
}

function stepsOf(work: Work): FormDefinitionInput["steps"] {
  const { sheets } = work;
  const ids = new Names(RESERVED_STEPS);
  const earlier: Field[] = [];
  return sheets.flatMap((sheet, index) => {
    const title = titleOf(sheets, index);
    const shown = visibility(conditionOf(sheet), title, work, earlier);
    const fields: Field[] = [];
    for (const { draft, condition } of sheet.rows) {
      const own = visibility(condition, draft.where, work, earlier);
      const field = { ...draft.bare, id: draft.known.id, ...own } as OurField;
      fields.push(...sound(field, draft, work.ledger, earlier, fields));
    }
    if (fields.length === 0) return [];
    earlier.push(...fields);
    const tests = sheet.postConditions.filter(
      ({ test }) => conditionProblems(test, earlier).length === 0,
    );
    const postConditions = tests.length > 0 ? { postConditions: tests } : {};
    const id = ids.take(identifier(title, "etape"));
    return [{ id, title, ...shown, ...postConditions, fields }];
  });
}

export type TranslatedForm = { slug: string; title: string; definition: FormDefinition };

/** A form of Publik as one of ours, or the sentence that says why not. */
export function translateForm(
  form: PublikForm,
  library: Library,
  ledger: Ledger,
): TranslatedForm | string {
  const scope = { fields: new Map<string, readonly Known[]>(), options: form.options };
  const work: Work = { scope, library, ledger, names: new Names(), sheets: [] };
  for (const page of pagesOf(form.fields)) addPage(page, form.name, work);
  const steps = stepsOf(work);
  if (steps.length === 0) return "Le formulaire n’a aucune question.";
  const parsed = formDefinition.safeParse({ title: form.name, steps });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `${issue?.path.join(" › ")}\u00a0: ${issue?.message}`;
  }
  return { slug: form.slug, title: form.name, definition: parsed.data };
}
