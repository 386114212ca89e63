import { formatTypedDay } from "@/lib/format/date";
import type { Origins } from "@/lib/requests/model";
import type { Field, FieldOf } from "../schemas/fields";
import { addItem, countOf, one, type Typed } from "./typed";

/** A child of somebody's household, as their account tells it. */
export type KnownChild = {
  id: string;
  givenName: string;
  familyName: string;
  /** 2020-05-14 */
  birthdate: string;
  birthplace: string;
};

type ChildBlock = FieldOf<"repeat"> & { child: NonNullable<FieldOf<"repeat">["child"]> };

const isChildBlock = (field: Field): field is ChildBlock =>
  field.type === "repeat" && field.child !== undefined;

/** The blocks of a step where a child of the household can be chosen. */
export const childBlocks = ({ fields }: { fields: readonly Field[] }) =>
  fields.filter(isChildBlock);

/** What a child says in one item, by the name of its field. */
const told = ({ child: map }: ChildBlock, child: KnownChild) =>
  Object.entries(map).flatMap(([part, fieldId]) => {
    const value = child[part as keyof KnownChild];
    return fieldId
      ? [[fieldId, part === "birthdate" ? formatTypedDay(value) : value] as const]
      : [];
  });

const items = (field: ChildBlock, typed: Typed) =>
  Array.from({ length: countOf(field, typed) }, (_, i) => `${field.id}.${i}`);

const isBlank = (field: ChildBlock, typed: Typed, item: string) =>
  field.fields.every(({ id }) => one(typed, `${item}.${id}`) === undefined);

/** Is this child in the block already, as the account tells it? */
export const isChosen = (field: ChildBlock, typed: Typed, child: KnownChild) =>
  items(field, typed).some((item) =>
    told(field, child).every(([id, value]) => one(typed, `${item}.${id}`) === value),
  );

/** Is there an item left for one more child? */
const hasRoom = (field: ChildBlock, typed: Typed) =>
  countOf(field, typed) < field.max ||
  items(field, typed).some((item) => isBlank(field, typed, item));

/** Those of the household who may still be chosen. */
export const offeredChildren = (
  field: ChildBlock,
  typed: Typed,
  household: readonly KnownChild[],
) => (hasRoom(field, typed) ? household.filter((child) => !isChosen(field, typed, child)) : []);

/**
 * The child in the first blank item, or in one more; nothing typed is replaced. As it was when the child is there
 * already, or the block full.
 */
export function putChild(
  field: Field,
  typed: Typed,
  child: KnownChild,
): { typed: Typed; origins: Origins } {
  if (!isChildBlock(field) || offeredChildren(field, typed, [child]).length === 0)
    return { typed, origins: {} };
  const blank = items(field, typed).find((item) => isBlank(field, typed, item));
  const grown = blank ? typed : addItem(field, typed);
  const item = blank ?? items(field, grown).at(-1);
  const values = told(field, child).map(([id, value]) => [`${item}.${id}`, value] as const);
  return {
    typed: { ...grown, ...Object.fromEntries(values) },
    origins: Object.fromEntries(values.map(([name]) => [name, "account" as const])),
  };
}
