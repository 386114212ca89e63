import { cx } from "./cx";
import type { IconName } from "./icon-names";
import sprite from "./icons.svg";

export type { IconName };

const SIZES = { 4: "size-4", 5: "size-5", 6: "size-6", 7: "size-7", 8: "size-8" } as const;

type Props = { name: IconName; size?: keyof typeof SIZES; className?: string };

/** A decorative drawing from one cached file: the meaning is in the words beside it. */
export function Icon({ name, size = 5, className }: Props) {
  return (
    <svg className={cx(SIZES[size], "shrink-0", className)} aria-hidden="true">
      <use href={`${sprite.src}#${name}`} />
    </svg>
  );
}
