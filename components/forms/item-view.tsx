import { Notice } from "@/components/ui/notice";
import type { FieldOf, ItemField } from "@/lib/forms/schemas";
import { AddressBlock } from "./block-field";
import { ChoiceField, CommuneField, ConsentField, YesNoField } from "./choice-field";
import { FileField } from "./file-field";
import { TextField } from "./text-field";
import type { StepView } from "./view";

const paragraphs = (text: string) =>
  text.split(/\n\s*\n/).map((paragraph) => (
    <p key={paragraph} className="mt-2 first:mt-0 whitespace-pre-line">
      {paragraph}
    </p>
  ));

function Explanation({ title, text, tone }: FieldOf<"explanation">) {
  if (tone !== "plain")
    return (
      <Notice tone={tone === "info" ? "info" : "warn"} title={title}>
        {paragraphs(text)}
      </Notice>
    );
  return (
    <div>
      {title && <h2 className="text-h3">{title}</h2>}
      {paragraphs(text)}
    </div>
  );
}

type ItemProps = { field: ItemField; name: string; view: StepView; big?: boolean };

/** One question, by its type. `big`: its label reads as a heading. */
export function ItemView({ field, ...props }: ItemProps) {
  switch (field.type) {
    case "choice":
    case "choices":
      return <ChoiceField field={field} {...props} />;
    case "yes-no":
      return <YesNoField field={field} {...props} />;
    case "consent":
      return <ConsentField field={field} {...props} />;
    case "commune":
      return <CommuneField field={field} {...props} />;
    case "address":
      return <AddressBlock field={field} {...props} />;
    case "file":
      return <FileField field={field} {...props} />;
    case "explanation":
      return <Explanation {...field} />;
    default:
      return <TextField field={field} {...props} />;
  }
}
