import { lowerFirst } from "@/lib/format/text";
import type { Origin, Origins } from "@/lib/requests/model";
import type { Field, FieldOf, FormDefinition, Step } from "../schemas";
import { isSensitive, isShownIn } from "./attributes";
import type { Answers } from "./checks";
import { holds } from "./conditions";
import { todayInLyon } from "./dates";
import { isRecord, written } from "./kind";
import { kindOf, type Single } from "./kinds";
import { IDENTITY_LABELS, showPart } from "./kinds/people";
import { drawingOf } from "./kinds/signature";

/** One question and what was answered. `lines` and `fileIds` are both empty when nothing was. */
export type SummaryRow = {
  /** Its first control: where « Modifier » leads. */
  name: string;
  label: string;
  lines: string[];
  fileIds: string[];
  origin: Origin;
  /** Read by who needs it only: agents open it by hand. */
  isSensitive: boolean;
  /** The path of what was drawn, in a frame of 600 by 200. */
  drawing?: string;
};

export type SummarySection = { stepId: string; title: string; rows: SummaryRow[] };

const ids = (answer: unknown) =>
  Array.isArray(answer) ? answer.filter((id): id is string => typeof id === "string") : [];

function rowOf(field: Single, name: string, answer: unknown, origin: Origin): SummaryRow {
  const kind = kindOf(field);
  const { label = "" } = field as { label?: string };
  const isAnswered = answer !== undefined && answer !== null;
  const drawing = field.type === "signature" ? drawingOf(answer) : null;
  return {
    name: kind.controls(field, name)[0] ?? name,
    label,
    lines: isAnswered ? kind.lines(field, answer).filter(Boolean) : [],
    fileIds: isAnswered && field.type === "file" ? ids(answer) : [],
    origin,
    isSensitive: isSensitive(field),
    ...(drawing ? { drawing } : {}),
  };
}

function identityRows(
  field: FieldOf<"identity">,
  answer: unknown,
  originOf: (name: string) => Origin,
) {
  const answers = isRecord(answer) ? answer : {};
  const isFullName = field.parts.includes("givenName") && field.parts.includes("familyName");
  return field.parts
    .filter((part) => !(isFullName && part === "givenName"))
    .map((part): SummaryRow => {
      const isName = isFullName && part === "familyName";
      const full = [written(answers.givenName), written(answers.familyName)]
        .filter(Boolean)
        .join(" ");
      const line = isName ? full : answers[part] === undefined ? "" : showPart(part, answers[part]);
      const name = `${field.id}.${part}`;
      return {
        name,
        label: isName ? "Nom et prénom" : IDENTITY_LABELS[part],
        lines: line ? [line] : [],
        fileIds: [],
        origin: originOf(name),
        isSensitive: isSensitive(field),
      };
    });
}

function itemRows(field: FieldOf<"repeat">, answer: unknown): SummaryRow[] {
  const items = Array.isArray(answer) ? answer.filter(isRecord) : [];
  return items.flatMap((item, i) =>
    field.fields
      .filter((one) => isShownIn(one, "summary"))
      .map((inner) => {
        const row = rowOf(inner, `${field.id}.${i}.${inner.id}`, item[inner.id], "typed");
        return {
          ...row,
          label: `${field.itemLabel} ${i + 1}, ${lowerFirst(row.label)}`,
          isSensitive: row.isSensitive || isSensitive(field),
        };
      }),
  );
}

function rowsOf(field: Field, answers: Answers, origins: Origins): SummaryRow[] {
  if (!isShownIn(field, "summary")) return [];
  const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
  const originOf = (name: string): Origin => origins[name] ?? "typed";
  switch (field.type) {
    case "identity":
      return identityRows(field, answer, originOf);
    case "repeat":
      return itemRows(field, answer);
    default: {
      const row = rowOf(field, field.id, answer, "typed");
      return [{ ...row, origin: originOf(row.name) }];
    }
  }
}

/**
 * The steps and fields these answers lead through. What is answered was shown, whatever a condition on the day it was
 * says today.
 */
function shown({ steps }: Pick<FormDefinition, "steps">, answers: Answers): Step[] {
  const today = todayInLyon();
  const isAnswered = ({ id }: Field) => Object.hasOwn(answers, id);
  return steps
    .filter((step) => step.fields.some(isAnswered) || holds(step.visibleIf, answers, today))
    .map((step) => ({
      ...step,
      fields: step.fields.filter((f) => isAnswered(f) || holds(f.visibleIf, answers, today)),
    }));
}

/** Questions and answers, step by step, as the recap, the agent's page and the PDF show them. */
export const summary = (
  definition: Pick<FormDefinition, "steps">,
  answers: Answers,
  origins: Origins = {},
): SummarySection[] =>
  shown(definition, answers)
    .map(({ id, title, fields }) => ({
      stepId: id,
      title,
      rows: fields.flatMap((field) => rowsOf(field, answers, origins)),
    }))
    .filter(({ rows }) => rows.length > 0);
