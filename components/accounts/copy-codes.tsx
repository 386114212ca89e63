"use client";

import { useEffect, useState } from "react";

const BUTTON =
  "min-h-(--control) rounded-md border-2 border-edge bg-surface px-4 font-bold text-brand hover:bg-brand-soft";

/** Copies or prints what is on the page: only where a program can. */
export function CopyCodes({ text }: { text: string }) {
  const [isAlive, setAlive] = useState(false);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => setAlive(true), []);
  if (!isAlive) return null;
  return (
    <p className="no-print mt-4 flex flex-wrap items-center gap-3">
      <button type="button" className={BUTTON} onClick={() => window.print()}>
        Imprimer
      </button>
      <button
        type="button"
        className={BUTTON}
        onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        Copier les codes
      </button>
      <span aria-live="polite">{isCopied && "Codes copiés."}</span>
    </p>
  );
}
