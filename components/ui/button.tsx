import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

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

type Look = { look?: ButtonLook; icon?: IconName; iconAfter?: IconName; children: ReactNode };

export const buttonClass = (look: ButtonLook = "primary", className?: string) =>
  cx(BASE, LOOKS[look], className);

function Label({ icon, iconAfter, children }: Omit<Look, "look">) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {iconAfter && <Icon name={iconAfter} />}
    </>
  );
}

/** Sends its form unless told otherwise. One `primary` per screen; the label is a verb. */
export function Button({
  look = "primary",
  icon,
  iconAfter,
  className,
  children,
  type = "submit",
  ...rest
}: Look & ComponentProps<"button">) {
  return (
    <button {...rest} type={type} className={buttonClass(look, className)}>
      <Label {...labelOf(icon, iconAfter)}>{children}</Label>
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({
  look = "primary",
  icon,
  iconAfter,
  className,
  children,
  ...rest
}: Look & ComponentProps<"a"> & { href: string }) {
  return (
    <a {...rest} className={buttonClass(look, className)}>
      <Label {...labelOf(icon, iconAfter)}>{children}</Label>
    </a>
  );
}

const labelOf = (icon?: IconName, iconAfter?: IconName) => ({
  ...(icon && { icon }),
  ...(iconAfter && { iconAfter }),
});
