"use client";

import { useEffect } from "react";

const KEYS = [
  ["J", "suivante"],
  ["K", "précédente"],
  ["X", "cocher"],
  ["Entrée", "ouvrir"],
  ["A", "m’attribuer les demandes cochées"],
] as const;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input:not([type=checkbox]), textarea, select");

const links = () => [...document.querySelectorAll<HTMLElement>("tr[data-row] a")];

function step(by: 1 | -1) {
  const all = links();
  const row = document.activeElement?.closest("tr[data-row]");
  const here = all.findIndex((link) => link.closest("tr") === row);
  const next = all[Math.min(Math.max(here + by, 0), all.length - 1)];
  next?.focus();
}

const rowBox = () =>
  document.activeElement?.closest("tr[data-row]")?.querySelector<HTMLInputElement>("input");

const ACTS: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  x: () => rowBox()?.click(),
  a: () => document.querySelector<HTMLInputElement>("input[name=ids]")?.form?.requestSubmit(),
};

/** Letters alone, only while nothing is being typed: they never replace the controls themselves. */
export function Shortcuts() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const act = ACTS[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <p className="no-print mt-4 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line pt-3 text-note text-ink-soft max-md:hidden">
      {KEYS.map(([key, what]) => (
        <span key={key}>
          <kbd className="rounded-sm border border-edge bg-surface px-1.5 font-sans font-bold">
            {key}
          </kbd>{" "}
          {what}
        </span>
      ))}
    </p>
  );
}
