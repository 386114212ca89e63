"use client";

import { usePathname } from "next/navigation";

const LOOKS = {
  bar: "inline-flex min-h-11 items-center border-b-4 px-3 text-ink no-underline hover:underline",
  agents:
    "inline-flex min-h-11 items-center border-b-4 px-2.5 text-on-bar no-underline hover:text-on-bar hover:underline sm:px-3",
  menu: "flex min-h-12 items-center border-b border-line text-ink no-underline hover:underline",
} as const;

const MARKS = {
  bar: ["border-sun font-bold", "border-transparent"],
  agents: ["border-sun font-bold", "border-transparent"],
  menu: ["font-bold", ""],
} as const;

type Props = {
  href: string;
  /** Other paths of the same part of the site. */
  also?: readonly string[];
  look: keyof typeof LOOKS;
  children: string;
};

/** Knows whether the page belongs to it, also after a form has led to another page. */
export function NavLink({ href, also = [], look, children }: Props) {
  const path = usePathname() ?? "/";
  const isCurrent = [href, ...also].some((part) => path === part || path.startsWith(`${part}/`));
  const [current, other] = MARKS[look];
  return (
    <a
      href={href}
      aria-current={isCurrent ? (path === href ? "page" : "true") : undefined}
      className={`${LOOKS[look]} ${isCurrent ? current : other}`}
    >
      {children}
    </a>
  );
}
