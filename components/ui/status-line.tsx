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
