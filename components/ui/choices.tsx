"use client";

import type { ComponentProps, ReactNode } from "react";
import type { FieldProps, Option } from "./control";
import { cx } from "./cx";
import { FieldError, OptionalMark } from "./field";
import { Unbroken } from "./unbroken";

type FieldsetProps = {
  /** Where errors and hints hang: the name of the first control. */
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean | undefined;
  big?: boolean | undefined;
  children: ReactNode;
};

/** Several controls under one question. */
export function Fieldset({ id, legend, hint, error, optional, big, children }: FieldsetProps) {
  const describedBy = cx(Boolean(hint) && `${id}-aide`, Boolean(error) && `${id}-err`);
  return (
    <fieldset aria-describedby={describedBy || undefined}>
      <legend className={cx("mb-1 font-bold", big && "text-h3")}>
        <Unbroken>{legend}</Unbroken> {optional && <OptionalMark />}
      </legend>
      {hint && (
        <p id={`${id}-aide`} className="mb-2 text-ink-soft">
          {hint}
        </p>
      )}
      {error && <FieldError id={id}>{error}</FieldError>}
      {children}
    </fieldset>
  );
}

type ChoiceProps = Omit<ComponentProps<"input">, "type" | "className"> & {
  type: "radio" | "checkbox";
  id: string;
  label: ReactNode;
  hint?: ReactNode;
};

/** A radio or a checkbox with a 44 px target that its label extends. */
export function Choice({ type, id, label, hint, ...rest }: ChoiceProps) {
  return (
    <div className="flex items-start gap-1">
      <span className="grid size-11 shrink-0 place-items-center">
        <input
          aria-describedby={hint ? `${id}-aide` : undefined}
          {...rest}
          id={id}
          type={type}
          className="relative z-10 size-6"
        />
      </span>
      <div className="min-w-0">
        <label
          htmlFor={id}
          className="relative block py-2 before:absolute before:inset-y-0 before:-left-12 before:w-12"
        >
          {label}
        </label>
        {hint && (
          <p id={`${id}-aide`} className="-mt-2 pb-2 text-note text-ink-soft">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

type GroupProps = FieldProps & { options: readonly Option[]; inline?: boolean | undefined };

/** The first choice carries the group's id, so that an error summary's link lands on it. */
const choiceId = (id: string, option: Option, index: number) =>
  index === 0 ? id : `${id}-${option.value}`;

const GROUP = "-ml-2";
const INLINE = "sm:flex sm:flex-wrap sm:gap-x-8";

export function Radios({
  name,
  label,
  options,
  value,
  inline,
  id = name,
  ...group
}: GroupProps & { value?: string | undefined }) {
  return (
    <Fieldset {...group} id={id} legend={label}>
      <div className={cx(GROUP, inline && INLINE)}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="radio"
            id={choiceId(id, option, index)}
            name={name}
            value={option.value}
            defaultChecked={value === option.value}
            label={option.label}
            hint={option.hint}
          />
        ))}
      </div>
    </Fieldset>
  );
}

export function Checkboxes({
  name,
  label,
  options,
  values = [],
  inline,
  id = name,
  ...group
}: GroupProps & { values?: readonly string[] | undefined }) {
  return (
    <Fieldset {...group} id={id} legend={label}>
      <div className={cx(GROUP, inline && INLINE)}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="checkbox"
            id={choiceId(id, option, index)}
            name={name}
            value={option.value}
            defaultChecked={values.includes(option.value)}
            label={option.label}
            hint={option.hint}
          />
        ))}
      </div>
    </Fieldset>
  );
}

type CheckboxProps = Omit<FieldProps, "big" | "optional"> & {
  /** What the form sends when it is ticked. */
  value?: string | undefined;
  checked?: boolean | undefined;
} & Omit<ComponentProps<"input">, "checked" | "className" | "id" | "name" | "type" | "value">;

/** One box on its own: an agreement, a declaration. Never ticked in advance for a consent. */
export function Checkbox({
  name,
  label,
  hint,
  error,
  id = name,
  value = "oui",
  checked = false,
  ...rest
}: CheckboxProps) {
  const describedBy = cx(Boolean(hint) && `${id}-aide`, Boolean(error) && `${id}-err`);
  return (
    <div>
      {error && <FieldError id={id}>{error}</FieldError>}
      <div className="-ml-2">
        <Choice
          {...rest}
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          label={label}
          hint={hint}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy || undefined}
        />
      </div>
    </div>
  );
}
