import { Children, type ReactNode } from "react";
import { heldTogether } from "@/lib/format/text";

const held = (text: string): ReactNode =>
  heldTogether(text).map(({ at, part, isHeld }) =>
    isHeld ? (
      <span key={at} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );

/** Titles and names in which « aurez-vous » or « Vaulx-en-Velin » stays on one line. */
export const Unbroken = ({ children }: { children: ReactNode }) =>
  Children.map(children, (child) =>
    typeof child === "string" && child.includes("-") ? held(child) : child,
  );
