import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

const DOTS = {
  past: "bg-sunken text-ink ring-1 ring-inset ring-edge/50",
  current: "bg-brand text-on-brand ring-4 ring-brand-soft",
  future: "border-2 border-dashed border-edge bg-page text-ink-soft",
} as const;

/** Most recent first: what has not happened in dashes, the step under way filled. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="relative">{children}</ol>;
}

type ItemProps = {
  icon: IconName;
  title: ReactNode;
  when: ReactNode;
  state?: keyof typeof DOTS;
  heading?: "h3" | "h4";
  children?: ReactNode;
};

export function TimelineItem({
  icon,
  title,
  when,
  state = "past",
  heading = "h3",
  children,
}: ItemProps) {
  const Heading = heading;
  return (
    <li
      className="group/item relative flex gap-4 pb-8 last:pb-0"
      aria-current={state === "current" ? "step" : undefined}
    >
      <span
        aria-hidden="true"
        className={cx(
          "absolute top-9 bottom-0 left-[1.0625rem] w-0.5 group-last/item:hidden",
          state === "future" ? "border-l-2 border-dashed border-edge/60" : "bg-edge/60",
        )}
      />
      <span
        className={cx(
          "relative z-10 grid size-9 shrink-0 place-items-center rounded-full",
          DOTS[state],
        )}
      >
        <Icon name={icon} />
      </span>
      <div className="min-w-0 pt-0.5">
        <Heading className="text-h4">{title}</Heading>
        <p className="text-note text-ink-soft">{when}</p>
        {children && <div className="mt-2">{children}</div>}
      </div>
    </li>
  );
}
