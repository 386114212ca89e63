"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Only where it can work: the browser's own menu prints without JavaScript. */
export function PrintButton({ className, children }: { className: string; children: string }) {
  const canPrint = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!canPrint) return null;
  return (
    <button type="button" className={className} onClick={() => window.print()}>
      {children}
    </button>
  );
}
