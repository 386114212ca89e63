import type { StoredFile } from "@/lib/files/model";
import type { Unfinished } from "./upload-memory";

/** One line of the list. `key` is the browser's own; a stored file's is its id. */
export type Item = { key: string; name: string; size: number } & (
  | { state: "stored"; file: StoredFile }
  | { state: "sending"; sent: number; isWaiting: boolean; source: File }
  | { state: "refused"; sentence: string; source?: File }
  | { state: "unfinished"; url: string }
);

export type Change =
  | { type: "add"; item: Item }
  | { type: "change"; key: string; to: Item }
  | { type: "progress"; key: string; sent: number }
  | { type: "wait"; key: string }
  | { type: "remove"; key: string };

export const storedItem = (file: StoredFile): Item => ({
  key: file.id,
  name: file.name,
  size: file.size,
  state: "stored",
  file,
});

export const unfinishedItem = ({ key, name, size, url }: Unfinished): Item => ({
  ...{ key, name, size, url },
  state: "unfinished",
});

function change(item: Item, update: Exclude<Change, { type: "add" | "remove" }>): Item {
  if (item.key !== update.key) return item;
  if (update.type === "change") return update.to;
  if (item.state !== "sending") return item;
  return update.type === "wait"
    ? { ...item, isWaiting: true }
    : { ...item, isWaiting: false, sent: update.sent };
}

/** The list after one change; the same file chosen again takes the place of its cut upload. */
export function reduce(items: Item[], update: Change): Item[] {
  if (update.type === "add") {
    const { name, size } = update.item;
    const isCut = (one: Item) =>
      one.state === "unfinished" && one.name === name && one.size === size;
    return [...items.filter((one) => !isCut(one)), update.item];
  }
  if (update.type === "remove") return items.filter(({ key }) => key !== update.key);
  return items.map((item) => change(item, update));
}

/** What counts against the number of files allowed. */
export const countKept = (items: readonly Item[]) =>
  items.filter((item) =>
    item.state === "stored" ? item.file.scan !== "infected" : item.state === "sending",
  ).length;
