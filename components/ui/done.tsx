import { readDone } from "@/lib/done";
import { cx } from "./cx";
import { FocusOnMount } from "./focus-on-mount";
import { Notice } from "./notice";

/** On top of the page, what was just done: `what` is the page's own `?fait=`. It takes the focus, so it is heard. */
export function Done({ what, className = "mt-4" }: { what: unknown; className?: string }) {
  const done = readDone(what);
  if (!done) return null;
  const { key, text, see } = done;
  return (
    <FocusOnMount key={key} id="fait" role="status" className={cx("rounded-lg", className)}>
      <Notice tone="good">
        <p>
          <strong>C’est fait{"\u00a0"}:</strong> {text}
        </p>
        {see && (
          <a href={see.href} className="inline-flex min-h-11 items-center">
            {see.label}
          </a>
        )}
      </Notice>
    </FocusOnMount>
  );
}
