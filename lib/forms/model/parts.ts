import type { Field, FieldOf, FormDefinition, ItemField } from "../schemas";
import type { Answers } from "./checks";
import { countOf, type Typed } from "./typed";

type Steps = Pick<FormDefinition, "steps">;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const text = (value: unknown) => (typeof value === "string" && value ? value : null);

function filesIn(field: Field | ItemField, answer: unknown, name: string): [string, string[]][] {
  if (!Array.isArray(answer)) return [];
  if (field.type === "file") return [[name, answer.filter((id) => typeof id === "string")]];
  if (field.type !== "repeat") return [];
  return answer
    .filter(isRecord)
    .flatMap((item, i) =>
      field.fields.flatMap((inner) => filesIn(inner, item[inner.id], `${name}.${i}.${inner.id}`)),
    );
}

/** The files of these answers: control name and ids. */
export const filesOf = ({ steps }: Steps, answers: Answers): [name: string, ids: string[]][] =>
  steps.flatMap(({ fields }) =>
    fields.flatMap((field) => filesIn(field, answers[field.id], field.id)),
  );

/** The file controls of a step, by name, as many as its blocks have items. */
export const fileFieldsOf = (
  { fields }: { fields: readonly Field[] },
  typed: Typed,
): [name: string, field: FieldOf<"file">][] =>
  fields.flatMap((field): [string, FieldOf<"file">][] => {
    if (field.type === "file") return [[field.id, field]];
    if (field.type !== "repeat") return [];
    return Array.from({ length: countOf(field, typed) }, (_, i) =>
      field.fields.flatMap((inner): [string, FieldOf<"file">][] =>
        inner.type === "file" ? [[`${field.id}.${i}.${inner.id}`, inner]] : [],
      ),
    ).flat();
  });

/** Who asks and how to reach them: from the identity block, else from the first e-mail and phone asked. */
export function applicantOf({ steps }: Steps, answers: Answers) {
  const fields = steps.flatMap((step) => step.fields);
  const identities = fields.filter(({ type }) => type === "identity").map(({ id }) => answers[id]);
  const identity = identities.find(isRecord) ?? {};
  const first = (type: Field["type"]) =>
    fields
      .filter((field) => field.type === type)
      .map(({ id }) => text(answers[id]))
      .find(Boolean) ?? null;
  const name = [text(identity.givenName), text(identity.familyName)].filter(Boolean).join(" ");
  return {
    applicantName: name || null,
    applicantEmail: text(identity.email) ?? first("email"),
    applicantPhone: text(identity.phone) ?? first("phone"),
  };
}
