import type { ReactNode } from "react";
import { cx } from "./cx";

/** Name and value pairs between rules. With `actions`, rows keep room for « Modifier ». */
export function SummaryList({ className, children }: { className?: string; children: ReactNode }) {
  return <dl className={cx("divide-y divide-line border-y border-line", className)}>{children}</dl>;
}

type RowProps = {
  term: ReactNode;
  /** Where the value can be changed; `what` completes « Modifier » for screen readers. */
  action?: { href: string; label?: string; what: string } | undefined;
  /** Keeps the third column when some rows of the list have an action and this one has none. */
  aligned?: boolean;
  children: ReactNode;
};

export function SummaryRow({ term, action, aligned = action !== undefined, children }: RowProps) {
  const columns = aligned
    ? "grid-cols-[1fr_auto] sm:grid-cols-[11rem_1fr_auto]"
    : "sm:grid-cols-[11rem_1fr]";
  return (
    <div className={cx("grid gap-x-6 gap-y-1 py-4", columns)}>
      <dt className={cx("font-bold", action && "max-sm:self-center")}>{term}</dt>
      <dd className={cx("min-w-0 break-words", aligned && "max-sm:order-3 max-sm:col-span-2")}>
        {children}
      </dd>
      {aligned && (
        <dd>
          {action && (
            <a href={action.href} className="no-print -my-2 inline-flex min-h-11 items-center">
              {action.label ?? "Modifier"}
              <span className="sr-only">{`\u00a0: ${action.what}`}</span>
            </a>
          )}
        </dd>
      )}
    </div>
  );
}
