import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

const TONES = {
  info: ["bg-info-soft", "text-info", "info"],
  good: ["bg-good-soft", "text-good", "circle-check"],
  warn: ["bg-warn-soft", "text-warn", "circle-exclamation-point"],
  bad: ["bg-bad-soft", "text-bad", "circle-x"],
} as const satisfies Record<string, readonly [string, string, IconName]>;

export type NoticeTone = keyof typeof TONES;

type Props = {
  tone: NoticeTone;
  title?: ReactNode;
  /** `status` or `alert` when it answers what the person just did. */
  role?: "status" | "alert";
  heading?: "h2" | "h3";
  className?: string;
  children?: ReactNode;
};

/** One strong message per screen, next to what it is about. */
export function Notice({ tone, title, role, heading = "h2", className, children }: Props) {
  const [ground, ink, icon] = TONES[tone];
  const Heading = heading;
  return (
    <div role={role} className={cx("flex gap-3 rounded-lg p-4 sm:p-5", ground, className)}>
      <span className={cx("mt-0.5", ink)}>
        <Icon name={icon} size={6} />
      </span>
      <div className="min-w-0 grow">
        {title && <Heading className="text-h4 font-bold">{title}</Heading>}
        {children && <div className={title ? "mt-1" : undefined}>{children}</div>}
      </div>
    </div>
  );
}
