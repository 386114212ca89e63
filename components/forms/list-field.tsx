import { Fieldset } from "@/components/ui/choices";
import { controlAttributes, controlClass } from "@/components/ui/control";
import { Field, FieldError, Select } from "@/components/ui/field";
import { linkedOptions, ordinal } from "@/lib/forms/model/kinds/lists";
import type { FieldOf } from "@/lib/forms/schemas";
import { allTypedIn, type StepView, typedIn } from "./view";

type Props<T> = { field: T; name: string; view: StepView; big?: boolean };
type Linked = FieldOf<"linked-choice">;

const blockOf = ({
  field,
  name,
  big,
}: Props<{ label: string; hint?: string | undefined; required: boolean }>) => ({
  id: `${name}-bloc`,
  legend: field.label,
  hint: field.hint,
  optional: !field.required,
  big,
});

/** What a list below the first holds, under what it hangs on: without a script, all of it is there to choose from. */
function groupsOf(field: Linked, level: number) {
  const isAt = (value: string, depth: number): boolean => {
    const parent = field.options.find((option) => option.value === value)?.parent;
    return parent === undefined ? depth === 0 : depth > 0 && isAt(parent, depth - 1);
  };
  return field.options
    .filter(({ value }) => isAt(value, level - 1))
    .map((above) => ({ above, options: linkedOptions(field, above.value) }))
    .filter(({ options }) => options.length > 0);
}

function LinkedSelect({ field, name, view, level }: Props<Linked> & { level: number }) {
  const control = `${name}.${level}`;
  const error = view.errors[control];
  return (
    <Field name={control} label={field.levels[level]} error={error}>
      <select
        name={control}
        {...controlAttributes(control, { error })}
        defaultValue={typedIn(view, control)}
        className={controlClass(error, "full")}
      >
        <option value="">Choisissez</option>
        {level === 0
          ? linkedOptions(field, undefined).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))
          : groupsOf(field, level).map(({ above, options }) => (
              <optgroup key={above.value} label={above.label} data-of={above.value}>
                {options.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
      </select>
    </Field>
  );
}

/** A list cut by the one above it: by its headings without a script, shown alone with one. */
export const LinkedField = (props: Props<Linked>) => (
  <Fieldset {...blockOf(props)}>
    <div className="mt-2 space-y-4" data-enhance="linked">
      {props.field.levels.map((label, level) => (
        <LinkedSelect key={label} {...props} level={level} />
      ))}
    </div>
  </Fieldset>
);

export function RankingField(props: Props<FieldOf<"ranking">>) {
  const { field, name, view } = props;
  const last = field.top ?? field.options.length;
  const places = Array.from({ length: last }, (_, i) => ({
    value: String(i + 1),
    label: `${ordinal(i + 1)} place`,
  }));
  const hint = [field.hint, "La 1re place est pour ce que vous préférez."]
    .filter(Boolean)
    .join(" ");
  return (
    <Fieldset {...blockOf(props)} hint={hint}>
      <div className="mt-2 space-y-4">
        {field.options.map(({ value, label }, i) => (
          <Select
            key={value}
            name={`${name}.${i}`}
            label={label}
            options={places}
            empty="Sans place"
            value={typedIn(view, `${name}.${i}`)}
            error={view.errors[`${name}.${i}`]}
            width="medium"
          />
        ))}
      </div>
    </Fieldset>
  );
}

type RowProps = Props<FieldOf<"matrix">> & { row: { value: string; label: string } };

/** A row is a question of its own: heard with its label, and the same on a telephone. */
function MatrixRow({ field, name, view, row }: RowProps) {
  const control = `${name}.${row.value}`;
  const chosen = allTypedIn(view, control);
  const error = view.errors[control];
  return (
    <fieldset
      aria-describedby={error ? `${control}-err` : undefined}
      className="py-3 [&>p]:clear-left"
    >
      <legend className="float-left w-full font-bold md:w-2/5 md:pr-4 md:pt-2">{row.label}</legend>
      {error && <FieldError id={control}>{error}</FieldError>}
      <div className="-ml-2 clear-left flex flex-wrap gap-x-4 md:clear-none">
        {field.columns.map(({ value, label }, i) => (
          <label key={value} className="flex min-h-11 items-center gap-1 pr-2">
            <span className="grid size-11 shrink-0 place-items-center">
              <input
                type={field.several ? "checkbox" : "radio"}
                id={i === 0 ? control : `${control}-${value}`}
                name={control}
                value={value}
                defaultChecked={chosen.includes(value)}
                className="size-6"
              />
            </span>
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export const MatrixField = (props: Props<FieldOf<"matrix">>) => (
  <Fieldset {...blockOf(props)}>
    <div className="mt-2 divide-y divide-line border-y border-line">
      {props.field.rows.map((row) => (
        <MatrixRow key={row.value} {...props} row={row} />
      ))}
    </div>
  </Fieldset>
);
