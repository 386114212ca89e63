"use client";

import { useEffect, useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { FieldErrors } from "@/lib/result";

type Props = {
  /** What the server found. */
  errors: FieldErrors;
  form: string;
  /** Where the step is saved. */
  address: string;
};

/**
 * What is wrong with the step. From the first control entered, the draft saves itself as one types, and
 * the step is checked here before it is posted; the code for it is fetched then, not before.
 */
export function StepErrors({ errors, form: id, address }: Props) {
  const [found, setFound] = useState({ errors, attempt: 0 });
  useEffect(() => {
    const form = document.getElementById(id);
    if (!(form instanceof HTMLFormElement)) return;
    const first = new FormData(form);
    const leaving = new AbortController();
    const show = (errors: FieldErrors) =>
      setFound(({ attempt }) => ({ errors, attempt: attempt + 1 }));
    const wake = async () => {
      const { watchStep } = await import("./step-watch");
      if (!leaving.signal.aborted)
        watchStep(form, { first, address, show, signal: leaving.signal });
    };
    const once = { once: true, signal: leaving.signal };
    form.addEventListener("focusin", wake, once);
    const easier = form.querySelectorAll<HTMLElement>("[data-enhance]");
    if (easier.length > 0) void import("./enhance").then(({ enhanceAll }) => enhanceAll(easier));
    return () => leaving.abort();
  }, [id, address]);
  return <ErrorSummary key={found.attempt} errors={found.errors} />;
}
