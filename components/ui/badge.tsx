import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

const TONES = {
  neutral: "bg-sunken text-ink ring-line",
  info: "bg-info-soft text-info ring-info/25",
  brand: "bg-brand-soft text-brand ring-brand/25",
  good: "bg-good-soft text-good ring-good/25",
  warn: "bg-warn-soft text-warn ring-warn/30",
  bad: "bg-bad-soft text-bad ring-bad/25",
} as const;

export type Tone = keyof typeof TONES;

/** Icon, word, then colour. */
export function Badge({
  tone,
  icon,
  children,
}: {
  tone: Tone;
  icon: IconName;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 rounded-sm px-2 py-0.5 text-note font-bold whitespace-nowrap ring-1 ring-inset",
        TONES[tone],
      )}
    >
      <Icon name={icon} size={4} />
      {children}
    </span>
  );
}

type TagProps = { icon: IconName; tone?: "soft" | "good"; children: ReactNode };

/** A quiet remark beside a value: where it comes from, when it was checked. */
export function Tag({ icon, tone = "soft", children }: TagProps) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 text-note",
        tone === "good" ? "font-bold text-good" : "text-ink-soft",
      )}
    >
      <Icon name={icon} size={4} />
      {children}
    </span>
  );
}
