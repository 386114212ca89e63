"use client";

import { useEffect, useState } from "react";

/** Shows what is typed in the password field of this id, until the form is sent. */
export function ShowPassword({ field }: { field: string }) {
  const [isShown, setShown] = useState<boolean | null>(null);

  useEffect(() => {
    setShown(false);
  }, []);

  useEffect(() => {
    const input = document.getElementById(field);
    if (!(input instanceof HTMLInputElement)) return;
    const hide = () => setShown(false);
    input.type = isShown ? "text" : "password";
    input.form?.addEventListener("submit", hide);
    return () => input.form?.removeEventListener("submit", hide);
  }, [field, isShown]);

  if (isShown === null) return null;
  return (
    <button
      type="button"
      aria-controls={field}
      aria-pressed={isShown}
      onClick={() => setShown(!isShown)}
      className="min-h-(--control) shrink-0 rounded-md border-2 border-edge bg-surface px-4 font-bold text-brand hover:bg-brand-soft"
    >
      {isShown ? "Masquer" : "Afficher"}
      <span className="sr-only"> le mot de passe</span>
    </button>
  );
}
