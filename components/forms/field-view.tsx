import type { Field } from "@/lib/forms/schemas";
import { IdentityBlock } from "./block-field";
import { ItemView } from "./item-view";
import { isKept, KeptField } from "./kept-field";
import { RepeatBlock } from "./repeat-block";
import type { StepView } from "./view";

/** One question of a step, or a block of them. */
export function FieldView({ field, view }: { field: Field; view: StepView }) {
  if (field.type !== "repeat" && field.type !== "hidden" && isKept(field, view))
    return <KeptField field={field} view={view} />;
  switch (field.type) {
    case "identity":
      return <IdentityBlock field={field} name={field.id} view={view} big />;
    case "repeat":
      return <RepeatBlock field={field} view={view} />;
    default:
      return <ItemView field={field} name={field.id} view={view} big />;
  }
}
