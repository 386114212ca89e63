import type { ReactNode } from "react";

const STYLE = [
  "[&_h2]:mt-10 [&_h2]:text-h2 [&_h3]:mt-6 [&_h3]:text-h3 [&_p]:mt-3",
  "[&_ul]:mt-3 [&_ul]:list-disc [&_ul]:space-y-1 [&_ul]:pl-6",
  "[&_ol]:mt-3 [&_ol]:list-decimal [&_ol]:space-y-1 [&_ol]:pl-6",
].join(" ");

/** Text to read, with plain headings, paragraphs and lists. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className={STYLE}>{children}</div>;
}
