import { cx } from "./cx";

const BASE =
  "inline-flex min-h-(--control) items-center justify-center gap-2 rounded-md border-2 px-5 py-2 text-center font-bold leading-tight text-balance no-underline";

const LOOKS = {
  primary:
    "border-brand bg-brand text-on-brand hover:border-brand-strong hover:bg-brand-strong hover:text-on-brand",
  outline: "border-brand bg-surface text-brand hover:bg-brand-soft",
  link: "border-transparent px-0! text-brand underline decoration-1 underline-offset-[0.2em] hover:text-brand-strong hover:decoration-2",
  danger: "border-bad bg-bad text-on-bad hover:text-on-bad hover:brightness-90",
  "danger-outline": "border-bad bg-surface text-bad hover:text-bad hover:bg-bad-soft",
} as const;

export type ButtonLook = keyof typeof LOOKS;

export const buttonClass = (look: ButtonLook = "primary", className?: string) =>
  cx(BASE, LOOKS[look], className);
