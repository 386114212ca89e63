import { controlAttributes, controlClass, type FieldWidth } from "@/components/ui/control";
import { DateInput, Field, TextArea, TextInput } from "@/components/ui/field";
import type { FieldOf } from "@/lib/forms/schemas";
import type { TextFormat } from "@/lib/forms/schemas/fields";
import { type StepView, typedIn } from "./view";

type OneLine =
  | "text"
  | "long-text"
  | "email"
  | "phone"
  | "number"
  | "currency"
  | "date"
  | "partial-date";
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
const PARTIAL_EXAMPLE = "Exemples\u00a0: 1987, mars 1987 ou 27/03/1987";

const textWidth = ({ format, maxLength }: FieldOf<"text">): FieldWidth => {
  if (format === "postal-code" || maxLength <= 10) return "short";
  if (format === "iban" || format === "url") return "full";
  return format || maxLength <= 30 ? "medium" : "full";
};

const NUMERIC: readonly (TextFormat | undefined)[] = [
  "postal-code",
  "siren",
  "siret",
  "nrn-be",
  "tax-number",
  "digits",
];

/** What the browser may help with, by format. */
const inputOf = (format: TextFormat | undefined) => ({
  inputMode: NUMERIC.includes(format) ? ("numeric" as const) : undefined,
  type: format === "url" ? "url" : "text",
  spellCheck: format ? false : undefined,
});

type NumberProps = Props & { unit: string | undefined; isWhole: boolean };

function NumberInput({ field, name, view, big, unit, isWhole }: NumberProps) {
  const error = view.errors[name];
  return (
    <Field {...frameOf({ field, name, view, ...(big ? { big } : {}) })}>
      <span className="flex items-center gap-3">
        <input
          type="text"
          name={name}
          inputMode={isWhole ? "numeric" : "decimal"}
          autoComplete="off"
          {...controlAttributes(name, { hint: field.hint, error })}
          defaultValue={typedIn(view, name)}
          className={controlClass(error, "short")}
        />
        {unit && <span>{unit}</span>}
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
          {...inputOf(field.format)}
        />
      );
    case "long-text":
      return <TextArea {...frame} rows={field.rows} />;
    case "email":
      return <TextInput {...frame} type="email" autoComplete="email" spellCheck={false} />;
    case "phone":
      return <TextInput {...frame} type="tel" width="medium" autoComplete="tel" />;
    case "number":
      return <NumberInput {...props} unit={field.unit} isWhole={field.decimals === 0} />;
    case "currency":
      return <NumberInput {...props} unit="€" isWhole={false} />;
    case "date":
      return <DateInput {...frame} hint={[field.hint, EXAMPLE].filter(Boolean).join(" ")} />;
    case "partial-date":
      return (
        <TextInput
          {...frame}
          width="medium"
          autoComplete="off"
          hint={[field.hint, PARTIAL_EXAMPLE].filter(Boolean).join(" ")}
        />
      );
  }
}
