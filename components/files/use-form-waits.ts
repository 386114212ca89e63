"use client";
import { type RefObject, useEffect, useState } from "react";

/** Holds back the form around `root` while `isBusy`, then sends it as it was asked to. */
export function useFormWaits(root: RefObject<HTMLElement | null>, isBusy: boolean) {
  const [asked, setAsked] = useState<{ submitter: HTMLElement | null } | null>(null);

  useEffect(() => {
    const form = root.current?.closest("form");
    if (!form || !isBusy) return;
    const hold = (event: SubmitEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      setAsked({ submitter: event.submitter });
    };
    form.addEventListener("submit", hold, { capture: true });
    return () => form.removeEventListener("submit", hold, { capture: true });
  }, [root, isBusy]);

  useEffect(() => {
    if (isBusy || !asked) return;
    setAsked(null);
    root.current?.closest("form")?.requestSubmit(asked.submitter);
  }, [root, isBusy, asked]);

  return asked !== null;
}
