import type { ItemField } from "@/lib/forms/schemas";
import { AddressBlock } from "./block-field";
import { ChoiceField, CommuneField, ConsentField, YesNoField } from "./choice-field";
import { FileField } from "./file-field";
import { HiddenControl } from "./kept-field";
import { LinkedField, MatrixField, RankingField } from "./list-field";
import { MapField } from "./map-field";
import { RatingField } from "./rating-field";
import { Explanation, Heading, PaymentLink } from "./shown-field";
import { SignatureField } from "./signature-field";
import { TextField } from "./text-field";
import { DateTimeField, TimeField, TimeRangeField } from "./time-field";
import type { StepView } from "./view";

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
    case "computed":
      return null;
    case "hidden":
      return <HiddenControl name={props.name} view={props.view} />;
    case "heading":
      return <Heading {...field} />;
    case "linked-choice":
      return <LinkedField field={field} {...props} />;
    case "ranking":
      return <RankingField field={field} {...props} />;
    case "matrix":
      return <MatrixField field={field} {...props} />;
    case "map":
      return <MapField field={field} {...props} />;
    case "signature":
      return <SignatureField field={field} {...props} />;
    case "payment-link":
      return <PaymentLink {...field} />;
    case "slot":
      return null;
    case "rating":
      return <RatingField field={field} {...props} />;
    case "time":
      return <TimeField field={field} {...props} />;
    case "time-range":
      return <TimeRangeField field={field} {...props} />;
    case "date-time":
      return <DateTimeField field={field} {...props} />;
    default:
      return <TextField field={field} {...props} />;
  }
}
