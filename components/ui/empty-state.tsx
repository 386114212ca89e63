import type { ReactNode } from "react";
import { Unbroken } from "./unbroken";

type Props = { title: string; heading?: "h2" | "h3"; action?: ReactNode; children: ReactNode };

/** Nothing here yet: what will come, and one way forward. */
export function EmptyState({ title, heading = "h2", action, children }: Props) {
  const Heading = heading;
  return (
    <div className="rounded-lg border-2 border-dashed border-edge p-6">
      <Heading className="text-h3">
        <Unbroken>{title}</Unbroken>
      </Heading>
      <div className="mt-2">{children}</div>
      {action && <p className="mt-4">{action}</p>}
    </div>
  );
}
