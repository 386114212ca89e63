"use client";

import type { ReactNode } from "react";
import { FailureBoundary } from "./failure";
import type { Person } from "./person";

type Frame = {
  host: "portal" | "connect";
  portalName: string;
  accountName: string;
  accountUrl: string;
  publisher: string;
  sourceUrl: string | undefined;
  person: Person | null;
};

export type FrameProps = { frame: Frame; children: ReactNode };

/** Where the page goes: the skip link lands here, and a page that fails keeps its frame. */
export function Main({ home, children }: { home: string; children: ReactNode }) {
  return (
    <main id="contenu" tabIndex={-1} className="grow outline-none">
      <FailureBoundary home={home}>{children}</FailureBoundary>
    </main>
  );
}
