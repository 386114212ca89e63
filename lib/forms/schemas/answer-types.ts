import { ANYTHING, type Declared, plain, type Type } from "@/lib/expressions/model/types";
import type { Field, FieldOf, ItemField } from "./fields";

type Offered = Pick<FieldOf<"choice">, "options" | "list" | "other">;

/** What a list of the organisation holds is not known before it comes in. */
const oneOf = ({ options, list, other }: Partial<Offered>): Type => ({
  is: "choice",
  options: [...(options ?? []), ...(other ? [{ value: "other", label: other.label }] : [])],
  others: list !== undefined,
});

const someOf = (offered: Partial<Offered>): Type => ({ is: "list", of: oneOf(offered) });

const gridOf = ({ rows, columns, several }: FieldOf<"matrix">): Type => {
  const cell = (several ? someOf : oneOf)({ options: columns });
  return { is: "record", parts: Object.fromEntries(rows.map(({ value }) => [value, cell])) };
};

/** INSEE code or name, which nothing lists here. */
const COMMUNE: Type = {
  is: "choice",
  options: [],
  others: true,
  parts: { insee: plain("text"), name: plain("text") },
};

const recordOf = (is: "text" | "number", ...names: string[]): Declared =>
  Object.fromEntries(names.map((name) => [name, plain(is)]));

const ADDRESS: Declared = {
  ...recordOf("text", "street", "complement", "postalCode", "commune", "insee"),
  ...recordOf("number", "latitude", "longitude"),
};

const COMPUTED = { text: "anything", number: "number", currency: "number", date: "day" } as const;

/** What an expression makes of the answers to a field; undefined for what is no question. */
function typeOf(field: Field | ItemField): Type | undefined {
  switch (field.type) {
    case "explanation":
    case "heading":
      return undefined;
    case "number":
    case "currency":
    case "rating":
      return plain("number");
    case "yes-no":
    case "consent":
      return plain("boolean");
    case "date":
      return plain("day");
    case "date-time":
      return plain("moment");
    case "time":
      return plain("clock");
    case "choice":
      return oneOf(field);
    case "choices":
      return someOf(field);
    case "linked-choice":
    case "ranking":
      return someOf({ ...field, other: undefined });
    case "matrix":
      return gridOf(field);
    case "commune":
      return COMMUNE;
    case "address":
      return { is: "record", parts: ADDRESS };
    case "identity":
      return { is: "record", parts: recordOf("text", ...field.parts) };
    case "file":
      return { is: "list", of: plain("file") };
    case "repeat":
      return { is: "list", of: { is: "record", parts: declaredBy(field.fields) } };
    case "computed":
      return plain(COMPUTED[field.as]);
    case "time-range":
      return ANYTHING;
    default:
      return plain("text");
  }
}

/** The references that the answers to these fields are. */
export const declaredBy = (fields: readonly (Field | ItemField)[]): Declared =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const type = typeOf(field);
      return type ? [[field.id, type] as const] : [];
    }),
  );
