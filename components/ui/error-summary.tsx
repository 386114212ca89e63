import type { FieldErrors } from "@/lib/result";
import { FocusOnMount } from "./focus-on-mount";
import { Icon } from "./icon";

const LINK =
  "inline-flex min-h-11 items-center py-1.5 leading-snug font-bold text-bad hover:text-bad";

/** Nothing to correct where nothing but the form as a whole is at fault: somebody was faster, for instance. */
function titleOf(names: readonly string[]) {
  if (names.every((name) => name === "root")) return "Il y a un problème";
  return names.length === 1
    ? "Il reste 1 point à corriger"
    : `Il reste ${names.length} points à corriger`;
}

/** Every error on top of the form, each a link to its control; `root` is about the form as a whole. */
export function ErrorSummary({ errors, id = "erreurs" }: { errors: FieldErrors; id?: string }) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <FocusOnMount
      role="alert"
      aria-labelledby={`${id}-titre`}
      className="mt-4 rounded-lg border-[3px] border-bad bg-surface p-5"
    >
      <h2 id={`${id}-titre`} className="flex items-center gap-2 text-h3 text-bad">
        <Icon name="circle-exclamation-point" size={6} />
        {titleOf(entries.map(([name]) => name))}
      </h2>
      <ul className="mt-2">
        {entries.map(([name, message]) => (
          <li key={name}>
            {name === "root" ? (
              <p className="py-1.5 font-bold text-bad">{message}</p>
            ) : (
              <a href={`#${name}`} className={LINK}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </FocusOnMount>
  );
}
