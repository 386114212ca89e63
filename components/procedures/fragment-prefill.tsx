"use client";

import { useEffect, useState } from "react";

const NAME = /^prefill\.[a-z][A-Za-z0-9.-]{0,80}$/;

/**
 * Personal values of a deep link (`#prefill.nom=…`): a fragment never leaves the browser in an address,
 * so they reach us only when the person begins, in the body of the form. Removed from the bar once read.
 */
export function FragmentPrefill() {
  const [values, setValues] = useState<[string, string][]>([]);
  useEffect(() => {
    const given = [...new URLSearchParams(location.hash.slice(1))];
    const kept = given.filter(([name]) => NAME.test(name)).slice(0, 40);
    if (kept.length === 0) return;
    setValues(kept);
    history.replaceState(history.state, "", location.pathname + location.search);
  }, []);
  return values.map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value.slice(0, 500)} />
  ));
}
