"use client";
import { useEffect, useRef, useState } from "react";
import { ADDRESS_CREDITS, type Address } from "@/lib/territory/model";

const PAUSE_MS = 200;
const SHORTEST = 3;

export type Suggestions = { addresses: Address[]; sentence: string; hasFailed: boolean };

const NONE: Suggestions = { addresses: [], sentence: "", hasFailed: false };
const UNKNOWN = "Aucune adresse trouvée. Vérifiez la rue, ou écrivez l’adresse vous-même.";
const FAILED = "La recherche d’adresse ne répond pas. Écrivez l’adresse vous-même.";

function sentenceFor([first, ...others]: readonly Address[]) {
  if (!first) return UNKNOWN;
  const count = others.length + 1;
  const proposed = count === 1 ? "1 adresse proposée" : `${count} adresses proposées`;
  return `${proposed}. Source\u00a0: ${ADDRESS_CREDITS[first.source]}.`;
}

async function ask(query: string, near: string | undefined, signal: AbortSignal) {
  const parameters = new URLSearchParams({ q: query, ...(near ? { insee: near } : {}) });
  const response = await fetch(`/api/v1/addresses?${parameters}`, { signal });
  if (!response.ok) throw new Error(String(response.status));
  const { addresses } = (await response.json()) as { addresses: Address[] };
  return { addresses, sentence: sentenceFor(addresses), hasFailed: false };
}

/** Addresses like what is typed, once the typing pauses; the last question alone is answered. */
export function useSuggestions(near: string | undefined) {
  const [found, setFound] = useState(NONE);
  const pending = useRef<{ timer?: ReturnType<typeof setTimeout>; stop?: AbortController }>({});

  const clear = () => {
    clearTimeout(pending.current.timer);
    pending.current.stop?.abort();
  };
  const search = (text: string) => {
    clear();
    const query = text.trim();
    if (query.length < SHORTEST) return setFound(NONE);
    const stop = new AbortController();
    const timer = setTimeout(() => {
      ask(query, near, stop.signal).then(setFound, () => {
        if (!stop.signal.aborted) setFound({ ...NONE, sentence: FAILED, hasFailed: true });
      });
    }, PAUSE_MS);
    pending.current = { timer, stop };
  };
  /** The list goes; a sentence that says what to do instead stays. */
  const close = () => {
    clear();
    setFound((before) => (before.addresses.length > 0 ? NONE : before));
  };
  const forget = () => {
    clear();
    setFound(NONE);
  };

  useEffect(
    () => () => {
      clearTimeout(pending.current.timer);
      pending.current.stop?.abort();
    },
    [],
  );
  return { ...found, search, close, forget };
}
