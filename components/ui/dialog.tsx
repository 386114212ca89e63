"use client";

import { type MouseEvent, type ReactNode, useRef } from "react";

type Props = {
  /** The page that asks the same question, for browsers without JavaScript. */
  href: string;
  trigger: ReactNode;
  triggerClass?: string;
  id: string;
  title: string;
  /** The label of the way out: « Garder ma demande ». */
  keep: string;
  keepClass: string;
  children: ReactNode;
};

/** Only for what cannot be undone. A link to a page that asks; with JavaScript, the same in a dialog. */
export function Dialog({
  href,
  trigger,
  triggerClass,
  id,
  title,
  keep,
  keepClass,
  children,
}: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    dialog.current?.showModal();
  };
  return (
    <>
      <a href={href} className={triggerClass} onClick={open}>
        {trigger}
      </a>
      <dialog
        ref={dialog}
        aria-labelledby={id}
        className="m-auto w-[calc(100%-2rem)] max-w-read rounded-lg border border-edge bg-surface p-6 text-ink shadow-raise backdrop:bg-ink/50"
      >
        <h2 id={id} className="text-h3">
          {title}
        </h2>
        {children}
        <form method="dialog" className="mt-3">
          <button type="submit" className={keepClass}>
            {keep}
          </button>
        </form>
      </dialog>
    </>
  );
}
