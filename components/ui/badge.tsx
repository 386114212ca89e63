import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

/** Looks are in badge.css: a page may hold sixty of them. */
const TONES = {
  neutral: "badge badge-neutral",
  info: "badge badge-info",
  brand: "badge badge-brand",
  good: "badge badge-good",
  warn: "badge badge-warn",
  bad: "badge badge-bad",
} as const;

export type Tone = keyof typeof TONES;

type Props = Omit<ComponentProps<"span">, "className"> & { tone: Tone; icon: IconName };

/** Icon, word, then colour. */
export function Badge({ tone, icon, children, ...rest }: Props) {
  return (
    <span {...rest} className={TONES[tone]}>
      <Icon name={icon} size={4} />
      {children}
    </span>
  );
}

const TAG_TONES = {
  soft: "text-ink-soft",
  good: "font-bold text-good",
  warn: "font-bold text-warn",
} as const;

type TagProps = { icon: IconName; tone?: keyof typeof TAG_TONES; children: ReactNode };

/** A quiet remark beside a value: where it comes from, when it was checked. */
export function Tag({ icon, tone = "soft", children }: TagProps) {
  return (
    <span className={cx("inline-flex items-center gap-1.5 text-note", TAG_TONES[tone])}>
      <Icon name={icon} size={4} />
      {children}
    </span>
  );
}
