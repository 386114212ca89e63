import type { ReactNode } from "react";
import { Icon } from "./icon";

export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="no-print">
      <a href={href} className="inline-flex min-h-11 items-center gap-1.5">
        <Icon name="arrow-left" size={4} />
        {children}
      </a>
    </p>
  );
}
