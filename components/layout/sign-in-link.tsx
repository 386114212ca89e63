"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** Comes back to this page afterwards. */
export function SignInLink({ className, children }: { className: string; children: ReactNode }) {
  const path = usePathname() ?? "/";
  const back = path === "/" ? "" : `?retour=${encodeURIComponent(path)}`;
  return (
    <a href={`/se-connecter${back}`} className={className}>
      {children}
    </a>
  );
}
