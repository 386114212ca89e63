import { controlAttributes, controlClass, type FieldWidth } from "@/components/ui/control";
import { DateInput, Field, TextArea, TextInput } from "@/components/ui/field";
import type { FieldOf } from "@/lib/forms/schemas";
import { type StepView, typedIn } from "./view";

type OneLine = "text" | "long-text" | "email" | "phone" | "number" | "date";
type Props = { field: FieldOf<OneLine>; name: string; view: StepView; big?: boolean };

const frameOf = ({ field, name, view, big }: Props) => ({
  name,
  label: field.label,
  hint: field.hint,
  error: view.errors[name],
  optional: !field.required,
  big,
});

const EXAMPLE = "Exemple\u00a0: 27/03/2027";

const textWidth = ({ format, maxLength }: FieldOf<"text">): FieldWidth => {
  if (format === "postal-code" || maxLength <= 10) return "short";
  return format || maxLength <= 30 ? "medium" : "full";
};

const isNumeric = (format: FieldOf<"text">["format"]) => format !== undefined && format !== "plate";

function NumberInput({ field, name, view, big }: Props & { field: FieldOf<"number"> }) {
  const error = view.errors[name];
  return (
    <Field {...frameOf({ field, name, view, ...(big ? { big } : {}) })}>
      <span className="flex items-center gap-3">
        <input
          type="text"
          name={name}
          inputMode={field.decimals > 0 ? "decimal" : "numeric"}
          autoComplete="off"
          {...controlAttributes(name, { hint: field.hint, error })}
          defaultValue={typedIn(view, name)}
          className={controlClass(error, "short")}
        />
        {field.unit && <span>{field.unit}</span>}
      </span>
    </Field>
  );
}

/** One control in which one types. */
export function TextField(props: Props) {
  const { field, name, view } = props;
  const frame = { ...frameOf(props), value: typedIn(view, name) };
  switch (field.type) {
    case "text":
      return (
        <TextInput
          {...frame}
          width={textWidth(field)}
          autoComplete={
            field.autocomplete ?? (field.format === "postal-code" ? "postal-code" : undefined)
          }
          inputMode={isNumeric(field.format) ? "numeric" : undefined}
        />
      );
    case "long-text":
      return <TextArea {...frame} rows={field.rows} />;
    case "email":
      return <TextInput {...frame} type="email" autoComplete="email" spellCheck={false} />;
    case "phone":
      return <TextInput {...frame} type="tel" width="medium" autoComplete="tel" />;
    case "number":
      return <NumberInput {...props} field={field} />;
    case "date":
      return <DateInput {...frame} hint={[field.hint, EXAMPLE].filter(Boolean).join(" ")} />;
  }
}
