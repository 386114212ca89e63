import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

const STATES = {
  ready: ["text-good", "file-check"],
  sending: ["text-ink-soft", "file-up"],
  checking: ["text-ink-soft", "shield-ellipsis"],
  refused: ["text-bad", "file-x"],
  stored: ["", "file-text"],
} as const satisfies Record<string, readonly [string, IconName]>;

export type FileState = keyof typeof STATES;

export function FileList({ children, className }: { children: ReactNode; className?: string }) {
  return <ul className={cx("divide-y divide-line border-y border-line", className)}>{children}</ul>;
}

type Props = {
  state: FileState;
  name: string;
  /** Where it can be read or downloaded. */
  href?: string | undefined;
  /** Type, size, state in words: « 1,8 Mo. Reçu et vérifié. » */
  note: ReactNode;
  noteId?: string | undefined;
  action?: ReactNode;
  children?: ReactNode;
};

/** One file: what it is, where it stands, what can be done with it. */
export function FileRow({ state, name, href, note, noteId, action, children }: Props) {
  const [ink, icon] = STATES[state];
  const isRefused = state === "refused";
  return (
    <li className={cx("flex gap-3 py-3", isRefused ? "items-start" : "items-center")}>
      <span className={cx(ink, isRefused && "mt-1")}>
        <Icon name={icon} />
      </span>
      <div className="min-w-0 grow">
        {href ? (
          <a href={href} className="inline-flex min-h-11 items-center font-bold break-all">
            {name}
          </a>
        ) : (
          <p className="font-bold break-words">{name}</p>
        )}
        <p id={noteId} className={isRefused ? "text-bad" : "text-note text-ink-soft"}>
          {isRefused && <span className="sr-only">{"Erreur\u00a0: "}</span>}
          {note}
        </p>
        {children}
      </div>
      {action}
    </li>
  );
}
