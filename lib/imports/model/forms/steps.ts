import { referencesOf } from "@/lib/expressions/model";
import type { Expression } from "@/lib/expressions/schemas";
import { type Draft, isShown } from "./drafts";

/** A step of ours being filled, before its conditions are written. */
export type Sheet = {
  title: string;
  condition: Expression | undefined;
  rows: { draft: Draft; condition: Expression | undefined }[];
  postConditions: { test: Expression; message: string }[];
};

const looksAt = (condition: Expression | undefined, { rows }: Sheet) => {
  const seen = new Set(condition ? referencesOf(condition).map((p) => p.split(".")[0]) : []);
  return rows.some(({ draft }) => seen.has(draft.known.id));
};

/** Titles just above a question go with it. */
function takeTitles({ rows }: Sheet): Sheet["rows"] {
  const last = rows.findLastIndex(({ draft }) => !/^(sub)?title$/.test(draft.field.type));
  return rows.splice(last + 1);
}

/** Our pages never change while they are filled: what depends on an answer comes on the page after it. */
export function place(sheets: Sheet[], draft: Draft, condition: Expression | undefined): boolean {
  const current = sheets.at(-1);
  if (!current) return false;
  const isCut = looksAt(condition, current);
  if (isCut) {
    const titles = takeTitles(current);
    sheets.push({
      title: current.title,
      condition: current.condition,
      rows: titles,
      postConditions: [],
    });
    for (const { draft: title } of titles) title.known.step = sheets.length - 1;
  }
  draft.known.step = sheets.length - 1;
  sheets.at(-1)?.rows.push({ draft, condition });
  return isCut;
}

const both = (parts: readonly (Expression | undefined)[], op: "and" | "or") => {
  const said = new Map(parts.map((part) => [JSON.stringify(part), part]));
  const of = [...said.values()].filter((part) => part !== undefined);
  const [only] = of;
  return of.length > 1 ? { op, of } : only;
};

/** A page whose questions are all hidden is not shown for its titles alone. */
export function conditionOf({ condition, rows }: Sheet): Expression | undefined {
  const questions = rows.filter(({ draft }) => !isShown(draft));
  const isAlways = questions.length === 0 || questions.some((row) => !row.condition);
  if (isAlways) return condition;
  return both(
    [
      condition,
      both(
        questions.map((row) => row.condition),
        "or",
      ),
    ],
    "and",
  );
}

/** « Votre commande », then « Votre commande (suite) ». */
export function titleOf(sheets: readonly Sheet[], index: number) {
  const { title = "" } = sheets[index] ?? {};
  return sheets[index - 1]?.title === title ? `${title} (suite)` : title;
}
