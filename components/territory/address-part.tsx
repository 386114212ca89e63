"use client";
import { controlAttributes, controlClass, type FieldWidth } from "@/components/ui/control";
import { Field } from "@/components/ui/field";
import { useTypedEarly } from "./use-typed-early";

type Props = {
  id: string;
  label: string;
  hint?: string;
  optional?: boolean;
  error?: string | undefined;
  value: string;
  width?: FieldWidth;
  autoComplete: string;
  inputMode?: "numeric";
  onChange: (value: string) => void;
};

/** One line of an address, whose value a suggestion may change. */
export function AddressPart({
  id,
  label,
  hint,
  optional,
  error,
  value,
  width,
  autoComplete,
  inputMode,
  onChange,
}: Props) {
  const input = useTypedEarly(value, onChange);
  return (
    <Field name={id} label={label} hint={hint} error={error} optional={optional}>
      <input
        {...controlAttributes(id, { hint, error })}
        ref={input}
        name={id}
        type="text"
        value={value}
        autoComplete={autoComplete}
        inputMode={inputMode}
        onChange={(event) => onChange(event.target.value)}
        className={controlClass(error, width)}
      />
    </Field>
  );
}
