import type { ReactNode } from "react";
import { Icon } from "./icon";

type Props = { summary: ReactNode; open?: boolean; id?: string; children: ReactNode };

export function Details({ summary, open, id, children }: Props) {
  return (
    <details open={open} id={id} className="group/details border-b border-line">
      <summary className="flex min-h-12 items-center gap-2 py-2 font-bold text-brand hover:underline">
        <Icon name="chevron-right" className="group-open/details:rotate-90" />
        {summary}
      </summary>
      <div className="space-y-3 pb-5 pl-7">{children}</div>
    </details>
  );
}
