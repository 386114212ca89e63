import { cx } from "./cx";
import { Unbroken } from "./unbroken";

type Props = { current: number; total: number; title: string; next?: string | undefined };

/** « Étape 2 sur 4 », the page's title, and what comes next. The bars are decoration. */
export function StepIndicator({ current, total, title, next }: Props) {
  const bars = Array.from({ length: total }, (_, index) => index + 1);
  return (
    <>
      <p className="mt-5 font-bold text-brand">
        Étape {current} sur {total}
      </p>
      <div className="mt-2 flex gap-1.5" aria-hidden="true">
        {bars.map((bar) => (
          <span
            key={bar}
            className={cx("h-1.5 grow rounded-full", bar <= current ? "bg-brand" : "bg-line")}
          />
        ))}
      </div>
      <h1 className="mt-3 text-h1">
        <Unbroken>{title}</Unbroken>
      </h1>
      {next && <p className="mt-1 text-ink-soft">{`Ensuite\u00a0: ${next}`}</p>}
    </>
  );
}
