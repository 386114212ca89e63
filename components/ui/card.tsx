import type { ReactNode } from "react";
import { cx } from "./cx";
import { Unbroken } from "./unbroken";

type BoxProps = {
  as?: "div" | "section" | "li" | "article";
  className?: string;
  children: ReactNode;
};

/** An object to manage, with its own actions. */
export function Card({ as: Element = "div", className, children }: BoxProps) {
  return (
    <Element className={cx("rounded-lg border border-line bg-surface p-5 sm:p-6", className)}>
      {children}
    </Element>
  );
}

/** A quiet block of context: what happens next, who reads this. */
export function Aside({ as: Element = "div", className, children }: BoxProps) {
  return <Element className={cx("rounded-lg bg-sunken p-5 sm:p-6", className)}>{children}</Element>;
}

type CardLinkProps = {
  href: string;
  title: ReactNode;
  above?: ReactNode;
  below?: ReactNode;
  heading?: "h2" | "h3";
};

/** A card that is one link: the whole surface can be pressed, the title alone is read. */
export function CardLink({ href, title, above, below, heading = "h3" }: CardLinkProps) {
  const Heading = heading;
  return (
    <li className="relative flex flex-col rounded-lg border border-line bg-surface p-5 hover:border-edge">
      {above}
      <Heading className="mt-2 text-h4 wrap-anywhere">
        <a href={href} className="after:absolute after:inset-0 after:rounded-lg">
          <Unbroken>{title}</Unbroken>
        </a>
      </Heading>
      {below && <p className="mt-auto pt-3 text-note text-ink-soft">{below}</p>}
    </li>
  );
}
