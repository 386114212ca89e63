"use client";
import { type Dispatch, useEffect, useReducer, useRef, useState } from "react";
import type { StoredFile } from "@/lib/files/model";
import { formatTooLarge, formatUnreadable } from "@/lib/format/file";
import { fetchFile, type Sending, sendFile, takeBack } from "./send-file";
import { fieldOf, forget, listUnfinished } from "./upload-memory";
import {
  type Change,
  countKept,
  type Item,
  reduce,
  storedItem,
  unfinishedItem,
} from "./upload-state";

export type UploadRules = {
  accept: readonly string[];
  maxBytes: number;
  maxCount: number;
  token: string;
};

const SCAN_POLL_MS = 4_000;

/** What can be refused before a byte is sent; the server checks all of it again. */
function refusalOf(file: File, kept: number, { accept, maxBytes, maxCount }: UploadRules) {
  if (kept >= maxCount)
    return maxCount === 1
      ? "Un seul fichier est attendu ici. Retirez l’autre, puis recommencez."
      : `${maxCount} fichiers au plus sont attendus ici. Retirez-en un, puis recommencez.`;
  if (file.type !== "" && !accept.includes(file.type)) return formatUnreadable(accept);
  if (file.size > maxBytes) return formatTooLarge(file.size, maxBytes);
  return file.size === 0 ? "Ce fichier est vide. Choisissez-en un autre." : null;
}

type Told = { dispatch: Dispatch<Change>; say: (sentence: string) => void };

/** Sends a file of the list and tells the list what becomes of it. */
async function start(key: string, source: File, rules: UploadRules, { dispatch, say }: Told) {
  const { name, size } = source;
  const refuse = (sentence: string, again: boolean) => {
    const item = { key, name, size, state: "refused" as const, sentence };
    dispatch({ type: "change", key, to: again ? { ...item, source } : item });
    say(`Erreur\u00a0: ${name}. ${sentence}`);
  };
  say(`Envoi de ${name} en cours.`);
  return sendFile(source, rules, {
    onProgress: (sent) => dispatch({ type: "progress", key, sent }),
    onWaiting: () => dispatch({ type: "wait", key }),
    onRefused: refuse,
    onStored: (file) => {
      dispatch({ type: "change", key, to: storedItem(file) });
      say(`${name} est reçu.`);
    },
  }).catch(() => refuse("La page n’a pas pu préparer l’envoi. Réessayez.", true));
}

const sendingItem = (key: string, source: File): Item => ({
  ...{ key, source, name: source.name, size: source.size },
  ...{ state: "sending", sent: 0, isWaiting: false },
});

/** The files of one field: those received, those on their way, and what can be done with each. */
export function useUploads(values: readonly StoredFile[], rules: UploadRules) {
  const [items, dispatch] = useReducer(reduce, values, (all) => all.map(storedItem));
  const [said, say] = useState("");
  const sendings = useRef(new Map<string, Sending>());

  useEffect(() => {
    for (const one of listUnfinished(fieldOf(rules.token)))
      dispatch({ type: "add", item: unfinishedItem(one) });
  }, [rules.token]);

  const begin = async (key: string, source: File) => {
    const sending = await start(key, source, rules, { dispatch, say });
    if (sending) sendings.current.set(key, sending);
  };

  const add = (files: readonly File[]) => {
    let kept = countKept(items);
    for (const source of files) {
      const key = crypto.randomUUID();
      const sentence = refusalOf(source, kept, rules);
      const sending = sendingItem(key, source);
      if (sentence) {
        const { name, size } = source;
        dispatch({ type: "add", item: { key, name, size, state: "refused", sentence } });
        say(`Erreur\u00a0: ${name}. ${sentence}`);
        continue;
      }
      kept += 1;
      dispatch({ type: "add", item: sending });
      begin(key, source);
    }
  };

  const remove = (item: Item) => {
    if (item.state === "stored") takeBack(item.file.id);
    if (item.state === "unfinished") {
      takeBack(item.url);
      forget(item.key);
    }
    sendings.current.get(item.key)?.abort();
    sendings.current.delete(item.key);
    dispatch({ type: "remove", key: item.key });
    say(`${item.name} est retiré.`);
  };

  const retry = ({ key }: Item, source: File) => {
    dispatch({ type: "change", key, to: sendingItem(key, source) });
    begin(key, source);
  };

  useScans(items, (key, file) => dispatch({ type: "change", key, to: storedItem(file) }));
  return { items, said, add, remove, retry, isSending: items.some((i) => i.state === "sending") };
}

/** Asks now and then about files that the antivirus has not seen yet. */
function useScans(items: readonly Item[], onKnown: (key: string, file: StoredFile) => void) {
  const waiting = items
    .filter((item) => item.state === "stored" && item.file.scan === "pending")
    .map(({ key }) => key)
    .join();
  const tell = useRef(onKnown);
  tell.current = onKnown;
  useEffect(() => {
    if (waiting === "") return;
    const timer = setInterval(async () => {
      for (const id of waiting.split(",")) {
        const file = await fetchFile(id).catch(() => null);
        if (file && file.scan !== "pending") tell.current(id, file);
      }
    }, SCAN_POLL_MS);
    return () => clearInterval(timer);
  }, [waiting]);
}
