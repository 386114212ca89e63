import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-class";
import { Icon, type IconName } from "./icon";
import { Unbroken } from "./unbroken";

export { type ButtonLook, buttonClass };

type Look = { look?: ButtonLook; icon?: IconName; iconAfter?: IconName; children: ReactNode };

function Label({ icon, iconAfter, children }: Omit<Look, "look">) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span>
        <Unbroken>{children}</Unbroken>
      </span>
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
