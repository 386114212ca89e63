"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";
import { useHydrated } from "./use-hydrated";

/** Where the person already is: in a control, or at the part of the page that a link named. */
const isBusy = () => document.activeElement !== document.body || window.location.hash !== "";

/**
 * A block that takes the focus when it appears; the browser's own `autofocus` does it without JavaScript. In a page
 * that comes with it, a quick person may have gone elsewhere before JavaScript runs: the focus then stays with them.
 */
export function FocusOnMount(props: ComponentProps<"div">) {
  const block = useRef<HTMLDivElement>(null);
  const isDrawnHere = useHydrated();
  const [isServed] = useState(!isDrawnHere);
  useEffect(() => {
    if (!(isServed && isBusy())) block.current?.focus();
  }, [isServed]);
  return <div autoFocus {...props} ref={block} tabIndex={-1} />;
}
