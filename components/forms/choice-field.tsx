import { Checkbox, Choice, Fieldset, Radios } from "@/components/ui/choices";
import { cx } from "@/components/ui/cx";
import { OptionalMark, Select, TextInput } from "@/components/ui/field";
import { METROPOLE_COMMUNES } from "@/lib/forms/model/communes";
import { offered } from "@/lib/forms/model/kinds/choices";
import type { FieldOf } from "@/lib/forms/schemas";
import { allTypedIn, type StepView, typedIn } from "./view";

type Props<T> = { field: T; name: string; view: StepView; big?: boolean };

const YES_NO = [
  { value: "oui", label: "Oui" },
  { value: "non", label: "Non" },
];

/** Short options read better side by side. */
const isInline = (options: readonly { label: string; hint?: string | undefined }[]) =>
  options.length <= 3 && options.every(({ label, hint }) => label.length <= 18 && !hint);

/** Past these, a list that opens is shorter to go through. */
const MOST_RADIOS = 12;

const LongChoice = ({ field, name, view, big }: Props<FieldOf<"choice">>) => (
  <Select
    name={name}
    label={field.label}
    hint={field.hint}
    error={view.errors[name]}
    optional={!field.required}
    value={typedIn(view, name)}
    big={big}
    options={offered(field.options)}
    empty="Choisissez une réponse"
    width="full"
  />
);

/** One or several options, and « Autre » with its text, shown from the start: it needs no JavaScript. */
export function ChoiceField({
  field,
  name,
  view,
  big,
}: Props<FieldOf<"choice"> | FieldOf<"choices">>) {
  const { other } = field;
  const options = offered(field.options);
  if (field.type === "choice" && !other && options.length > MOST_RADIOS)
    return <LongChoice field={field} name={name} view={view} {...(big ? { big } : {})} />;
  const type = field.type === "choice" ? "radio" : "checkbox";
  const chosen = allTypedIn(view, name);
  const all = other ? [...options, { value: "other", label: other.label }] : options;
  return (
    <Fieldset
      id={name}
      legend={field.label}
      hint={field.hint}
      error={view.errors[name]}
      optional={!field.required}
      big={big}
    >
      <div
        className={cx("-ml-2", !other && isInline(options) && "sm:flex sm:flex-wrap sm:gap-x-8")}
      >
        {all.map((option, index) => (
          <Choice
            key={option.value}
            type={type}
            id={index === 0 ? name : `${name}-${index}`}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            label={option.label}
            hint={"hint" in option ? option.hint : undefined}
          />
        ))}
      </div>
      {other && (
        <div className="ml-10 mt-1">
          <TextInput
            name={`${name}.other`}
            label={other.textLabel}
            value={typedIn(view, `${name}.other`)}
            error={view.errors[`${name}.other`]}
            maxLength={200}
          />
        </div>
      )}
    </Fieldset>
  );
}

export function YesNoField({ field, name, view, big }: Props<FieldOf<"yes-no">>) {
  return (
    <Radios
      name={name}
      label={field.label}
      hint={field.hint}
      error={view.errors[name]}
      optional={!field.required}
      options={YES_NO}
      value={typedIn(view, name)}
      big={big}
      inline
    />
  );
}

export function ConsentField({ field, name, view }: Props<FieldOf<"consent">>) {
  return (
    <Checkbox
      name={name}
      label={
        field.required ? (
          field.label
        ) : (
          <>
            {field.label} <OptionalMark />
          </>
        )
      }
      hint={field.hint}
      error={view.errors[name]}
      checked={typedIn(view, name) !== ""}
    />
  );
}

const COMMUNES = METROPOLE_COMMUNES.map(([value, label]) => ({ value, label }));

export function CommuneField({ field, name, view, big }: Props<FieldOf<"commune">>) {
  const frame = {
    name,
    label: field.label,
    hint: field.hint,
    error: view.errors[name],
    optional: !field.required,
    value: typedIn(view, name),
    big,
  };
  return field.within === "metropole" ? (
    <Select {...frame} options={COMMUNES} empty="Choisissez une commune" width="full" />
  ) : (
    <TextInput {...frame} autoComplete="off" />
  );
}
