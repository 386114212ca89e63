"use client";

import { type ReactNode, useEffect, useState } from "react";

type Props = { className: string; children: ReactNode };

/** Only a script can open the printing window: without one there is no button. */
export function PrintButton({ className, children }: Props) {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!isReady) return null;
  return (
    <button type="button" className={className} onClick={() => window.print()}>
      {children}
    </button>
  );
}
