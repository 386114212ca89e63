"use client";

import { useEffect, useState } from "react";
import { type HeldPassword, judged } from "./password-verdict";

const WAIT_MS = 400;

const OWN = ["givenName", "familyName", "email", "username"];

/** What the form says of the person: a password must not be made of it. */
function ownNames(form: HTMLFormElement | null) {
  const said = OWN.map((name) => form?.elements.namedItem(name));
  return said.flatMap((input) =>
    input instanceof HTMLInputElement ? [input.value.split("@")[0] ?? ""] : [],
  );
}

/** Says of the password being chosen in the field of this id whether it will hold. Read from the first letter typed. */
export function PasswordStrength({ field }: { field: string }) {
  const [verdict, setVerdict] = useState<HeldPassword | null>(null);

  useEffect(() => {
    const input = document.getElementById(field);
    if (!(input instanceof HTMLInputElement)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const judge = async () => {
      const { strengthOf } = await import("@/lib/accounts/schemas/strength");
      setVerdict(judged(input.value, () => strengthOf(input.value, ownNames(input.form))));
    };
    const typed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void judge().catch(() => setVerdict(null)), WAIT_MS);
    };
    input.addEventListener("input", typed);
    return () => {
      clearTimeout(timer);
      input.removeEventListener("input", typed);
    };
  }, [field]);

  return (
    <p aria-live="polite" className={verdict?.isRefused ? "mt-2 font-bold text-bad" : "mt-2"}>
      {verdict?.says}
    </p>
  );
}
