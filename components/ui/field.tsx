"use client";

import type { ComponentProps, ReactNode } from "react";
import {
  controlAttributes,
  controlClass,
  type FieldProps,
  type FieldWidth,
  type Option,
} from "./control";
import { cx } from "./cx";
import { Icon } from "./icon";
import { Unbroken } from "./unbroken";

export function OptionalMark() {
  return <span className="font-normal text-ink-soft">(facultatif)</span>;
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-err`} className="mb-2 flex gap-2 font-bold text-bad">
      <Icon name="circle-exclamation-point" className="mt-1" />
      <span>
        <span className="sr-only">{"Erreur\u00a0: "}</span>
        {children}
      </span>
    </p>
  );
}

/** Label, hint and error above any control; give the control `controlAttributes` and `controlClass`. */
export function Field({
  name,
  label,
  hint,
  error,
  optional,
  id = name,
  big,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className={cx("mb-1 block font-bold", big && "text-h3")}>
        <Unbroken>{label}</Unbroken> {optional && <OptionalMark />}
      </label>
      {hint && (
        <p id={`${id}-aide`} className="mb-2 text-ink-soft">
          {hint}
        </p>
      )}
      {error && <FieldError id={id}>{error}</FieldError>}
      {children}
    </div>
  );
}

type Native<T extends "input" | "textarea" | "select"> = Omit<
  ComponentProps<T>,
  "name" | "id" | "value" | "defaultValue" | "width" | "className"
>;
type Common = FieldProps & { value?: string | undefined; width?: FieldWidth | undefined };

const frameOf = ({ name, label, hint, error, optional, id, big }: FieldProps) => ({
  name,
  label,
  hint,
  error,
  optional,
  id,
  big,
});

/** One line of text, of any `type` of input that shows as text. */
export function TextInput(props: Common & Native<"input">) {
  const { label, hint, error, optional, big, id = props.name, value, width, ...rest } = props;
  return (
    <Field {...frameOf(props)}>
      <input
        type="text"
        {...rest}
        {...controlAttributes(id, { hint, error })}
        defaultValue={value}
        className={controlClass(error, width)}
      />
    </Field>
  );
}

export function TextArea(props: Common & Native<"textarea">) {
  const { label, hint, error, optional, big, id = props.name, value, width, ...rest } = props;
  return (
    <Field {...frameOf(props)}>
      <textarea
        rows={4}
        {...rest}
        {...controlAttributes(id, { hint, error })}
        defaultValue={value}
        className={controlClass(error, width)}
      />
    </Field>
  );
}

type SelectProps = Common & Native<"select"> & { options: readonly Option[]; empty?: string };

/** `empty` is the label of the first, unchosen option; without it the first option is chosen. */
export function Select(props: SelectProps) {
  const { label, hint, error, optional, big, options, empty, width, value, ...rest } = props;
  const { id = props.name } = props;
  return (
    <Field {...frameOf(props)}>
      <select
        {...rest}
        {...controlAttributes(id, { hint, error })}
        defaultValue={value}
        className={controlClass(error, width)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A date typed as « 27/03/2027 »: faster than a calendar, and the same for everybody. */
export function DateInput({
  hint = "Exemple\u00a0: 27/03/2027",
  ...props
}: ComponentProps<typeof TextInput>) {
  return <TextInput width="date" inputMode="numeric" autoComplete="off" {...props} hint={hint} />;
}
