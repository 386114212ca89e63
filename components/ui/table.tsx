import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";

/** Said with `aria-sort` and an arrow. */
export type Sort = "ascending" | "descending";

type ColumnProps = { children: ReactNode; sort?: Sort | undefined; className?: string };

/** A region that scrolls must be reachable by keyboard. */
const SCROLLABLE = { tabIndex: 0 };

type TableProps = { caption: string; head: ReactNode; children: ReactNode };

/** A captioned table that scrolls by keyboard inside its own region. */
export function Table({ caption, head, children }: TableProps) {
  return (
    <section
      {...SCROLLABLE}
      aria-label={caption}
      className="relative overflow-x-auto rounded-md border border-line bg-surface"
    >
      <table className="w-full text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b-2 border-edge/60 text-note">
          <tr>{head}</tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </section>
  );
}

export function Column({ children, sort, className }: ColumnProps) {
  return (
    <th scope="col" className={cx("px-4 py-2", className)} aria-sort={sort}>
      {sort ? (
        <span className="inline-flex items-center gap-1">
          {children} <Icon name={sort === "ascending" ? "arrow-up" : "arrow-down"} size={4} />
        </span>
      ) : (
        children
      )}
    </th>
  );
}

/** The cell that names its row. */
export function RowHeader({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <th scope="row" className={cx("px-4 py-(--cell-y) font-bold", className)}>
      {children}
    </th>
  );
}

export function Cell({ children, className }: { children?: ReactNode; className?: string }) {
  return <td className={cx("px-4 py-(--cell-y)", className)}>{children}</td>;
}
