import type { ReactNode } from "react";
import { cx } from "./cx";
import { Unbroken } from "./unbroken";

type Props = { width?: "read" | "wide"; className?: string; children: ReactNode };

/** The column of a page: 40 rem to read and fill in, 72 rem to choose among many things. */
export function Page({ width = "read", className, children }: Props) {
  return (
    <div className={cx("px-4 sm:px-6", width === "wide" && "mx-auto max-w-wide")}>
      <div className={cx("pt-4 sm:pt-6", width === "read" && "mx-auto max-w-read", className)}>
        {children}
      </div>
    </div>
  );
}

/** The one h1 of the page, with an optional sentence that says the essential. */
export function PageTitle({ children, lead }: { children: ReactNode; lead?: ReactNode }) {
  return (
    <>
      <h1 className="mt-4 text-h1">
        <Unbroken>{children}</Unbroken>
      </h1>
      {lead && <p className="mt-3 text-lead">{lead}</p>}
    </>
  );
}

type SectionProps = { id?: string; title: ReactNode; className?: string; children: ReactNode };

export function Section({ id, title, className, children }: SectionProps) {
  return (
    <section id={id} className={cx("mt-12", className)}>
      <h2 className="text-h2">
        <Unbroken>{title}</Unbroken>
      </h2>
      {children}
    </section>
  );
}
