import { isUuid } from "@/lib/format/id";
import type { FieldErrors } from "@/lib/result";
import type { Step } from "../schemas";
import { type Answers, checkFields } from "./checks";
import { todayInLyon } from "./dates";
import { ADDRESS_HIDDEN } from "./kinds/places";
import { type SummaryRow, summary } from "./summary";
import { many, type Typed } from "./typed";

/** Where a step that two windows filled shows what the other one wrote. */
export const ELSEWHERE = "autre-fenetre";

export const OTHER_WINDOW: FieldErrors = {
  [ELSEWHERE]:
    "Cette étape a changé dans une autre fenêtre. Comparez avec vos réponses ci-dessous, puis continuez.",
};

const UNSEEN = new RegExp(`\\.(${ADDRESS_HIDDEN.join("|")})$`);

/** Whatever the controls of a row hold; an address has several. */
function asTyped(typed: Typed, name: string) {
  const base = name.replace(/\.street$/, "");
  return Object.keys(typed)
    .filter((one) => one === base || (one.startsWith(`${base}.`) && !UNSEEN.test(one)))
    .flatMap((one) => many(typed, one))
    .filter((value) => !isUuid(value));
}

/** Every visible question of the step; an answer that cannot be used is shown as it was typed. */
function rowsOf({ id, title, fields }: Step, typed: Typed, before: Answers): SummaryRow[] {
  const { answers } = checkFields(fields, typed, { today: todayInLyon(), before });
  const always = fields.map((field) => ({ ...field, visibleIf: undefined }));
  const [section] = summary({ steps: [{ id, title, fields: always }] }, answers);
  return (section?.rows ?? []).map((row) =>
    row.lines.length + row.fileIds.length > 0 ? row : { ...row, lines: asTyped(typed, row.name) },
  );
}

const said = ({ lines, fileIds }: SummaryRow) => JSON.stringify([lines, fileIds]);

/** What a step says in the draft, question by question, where this window says something else. */
export function differences(
  step: Step,
  stored: Typed,
  typed: Typed,
  before: Answers,
): SummaryRow[] {
  const here = new Map(rowsOf(step, typed, before).map((row) => [row.name, said(row)]));
  return rowsOf(step, stored, before).filter((row) => here.get(row.name) !== said(row));
}
