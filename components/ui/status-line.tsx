import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type Props = { icon?: IconName; children: ReactNode };

/** « Enregistré à 14 h 05 »: always in sight while something is being typed. */
export function StatusLine({ icon = "check", children }: Props) {
  return (
    <p role="status" className="flex items-center gap-1.5 text-note text-ink-soft">
      <Icon name={icon} size={4} />
      {children}
    </p>
  );
}

/** The outcome of what was just done, when the page itself does not show it. */
export function Toast({ icon = "check", children }: Props) {
  return (
    <p
      role="status"
      className="flex max-w-max items-center gap-3 rounded-md bg-bar px-4 py-3 text-on-bar shadow-raise"
    >
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}
