import type { ReactNode } from "react";
import type { Posted } from "@/lib/result";
import { cx } from "./cx";

export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** Defaults to the name, which is what an error summary links to. */
  id?: string | undefined;
  /** The label as a heading, where the step asks few questions. */
  big?: boolean | undefined;
};

const WIDTHS = { full: "", medium: "sm:w-64!", date: "w-40!", short: "w-32!" } as const;
export type FieldWidth = keyof typeof WIDTHS;

/** What a posted form says about one control: `<TextInput {...fieldOf(posted, "email")} label="…" />`. */
export const fieldOf = ({ values, errors }: Posted, name: string) => ({
  name,
  value: values[name],
  error: errors[name],
});

export const controlClass = (error?: string, width: FieldWidth = "full") =>
  cx(
    "block w-full min-h-(--control) rounded-md border-2 bg-surface px-3 py-2 text-ink",
    error ? "border-bad" : "border-edge",
    WIDTHS[width],
  );

type Described = { hint?: ReactNode; error?: string | undefined };

/** The attributes that tie a control to its hint and its error. */
export const controlAttributes = (id: string, { hint, error }: Described) => ({
  id,
  "aria-invalid": error ? true : undefined,
  "aria-describedby": cx(Boolean(hint) && `${id}-aide`, Boolean(error) && `${id}-err`) || undefined,
});

export type Option = { value: string; label: string; hint?: string | undefined };
