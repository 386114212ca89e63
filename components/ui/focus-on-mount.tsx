"use client";

import type { ComponentProps } from "react";

const focus = (node: HTMLElement | null) => node?.focus();

/** A block that takes the focus when it appears; the browser's own `autofocus` does it without JavaScript. */
export function FocusOnMount(props: ComponentProps<"div">) {
  return <div autoFocus {...props} ref={focus} tabIndex={-1} />;
}
