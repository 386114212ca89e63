import { formatBirthdate } from "@/lib/format/birthdate";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import { formatPhone } from "@/lib/format/phone";
import { lowerFirst } from "@/lib/format/text";
import type { Origin, Origins } from "@/lib/requests/model";
import type { Field, FieldOf, FormDefinition, IdentityPart, ItemField, Step } from "../schemas";
import type { Answers } from "./checks";
import { holds } from "./conditions";
import { IDENTITY_LABELS } from "./sentences";

/** One question and what was answered. `lines` and `fileIds` are both empty when nothing was. */
export type SummaryRow = {
  /** Its first control: where « Modifier » leads. */
  name: string;
  label: string;
  lines: string[];
  fileIds: string[];
  origin: Origin;
};

export type SummarySection = { stepId: string; title: string; rows: SummaryRow[] };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const text = (value: unknown) => (typeof value === "string" ? value : "");
const day = (iso: unknown) => {
  const date = new Date(text(iso));
  return Number.isNaN(date.getTime()) ? text(iso) : formatDay(date);
};

const optionLabel = (field: FieldOf<"choice"> | FieldOf<"choices">, answer: unknown) =>
  isRecord(answer)
    ? `${field.other?.label ?? "Autre"}\u00a0: ${text(answer.other)}`
    : (field.options.find(({ value }) => value === answer)?.label ?? text(answer));

const addressLine = (answer: unknown) =>
  isRecord(answer)
    ? [
        text(answer.street),
        text(answer.complement),
        [text(answer.postalCode), text(answer.commune)].join(" ").trim(),
      ]
        .filter(Boolean)
        .join(", ")
    : "";

const numberLine = ({ unit }: FieldOf<"number">, answer: unknown) =>
  typeof answer === "number" ? [formatNumber(answer), unit].filter(Boolean).join("\u00a0") : "";

/** A single answer as people read it, one entry per line. */
function linesOf(field: Field | ItemField, answer: unknown): string[] {
  switch (field.type) {
    case "number":
      return [numberLine(field, answer)];
    case "date":
      return [day(answer)];
    case "phone":
      return [formatPhone(text(answer))];
    case "yes-no":
    case "consent":
      return [answer === true ? "Oui" : "Non"];
    case "choice":
      return [optionLabel(field, answer)];
    case "choices":
      return Array.isArray(answer) ? answer.map((one) => optionLabel(field, one)) : [];
    case "commune":
      return [isRecord(answer) ? text(answer.name) : ""];
    case "address":
      return [addressLine(answer)];
    case "long-text":
      return text(answer).split("\n");
    default:
      return [text(answer)];
  }
}

const ids = (answer: unknown) =>
  Array.isArray(answer) ? answer.filter((id): id is string => typeof id === "string") : [];

function rowOf(field: ItemField | Field, name: string, answer: unknown, origin: Origin) {
  const { label = "" } = field as { label?: string };
  const isAnswered = answer !== undefined && answer !== null;
  const isFile = field.type === "file";
  return {
    name: field.type === "address" ? `${name}.street` : name,
    label,
    lines: isAnswered && !isFile ? linesOf(field, answer) : [],
    fileIds: isAnswered && isFile ? ids(answer) : [],
    origin,
  };
}

const partLine = (part: IdentityPart, value: unknown) => {
  if (part === "birthdate") return text(value) && formatBirthdate(text(value));
  return part === "phone" ? formatPhone(text(value)) : text(value);
};

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
      const full = [text(answers.givenName), text(answers.familyName)].filter(Boolean).join(" ");
      const line = isName ? full : answers[part] === undefined ? "" : partLine(part, answers[part]);
      const name = `${field.id}.${part}`;
      return {
        name,
        label: isName ? "Nom et prénom" : IDENTITY_LABELS[part],
        lines: line ? [line] : [],
        fileIds: [],
        origin: originOf(name),
      };
    });
}

function itemRows(field: FieldOf<"repeat">, answer: unknown): SummaryRow[] {
  const items = Array.isArray(answer) ? answer.filter(isRecord) : [];
  return items.flatMap((item, i) =>
    field.fields
      .filter(({ type }) => type !== "explanation")
      .map((inner) => {
        const row = rowOf(inner, `${field.id}.${i}.${inner.id}`, item[inner.id], "typed");
        return { ...row, label: `${field.itemLabel} ${i + 1}, ${lowerFirst(row.label)}` };
      }),
  );
}

function rowsOf(field: Field, answers: Answers, origins: Origins): SummaryRow[] {
  const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
  const originOf = (name: string): Origin => origins[name] ?? "typed";
  switch (field.type) {
    case "explanation":
      return [];
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

/** The steps and fields these answers lead through. */
const shown = ({ steps }: Pick<FormDefinition, "steps">, answers: Answers): Step[] =>
  steps
    .filter((step) => holds(step.visibleIf, answers))
    .map((step) => ({ ...step, fields: step.fields.filter((f) => holds(f.visibleIf, answers)) }));

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
