import "server-only";
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FileStore } from "@tus/file-store";
import { MemoryLocker } from "@tus/server";
import { env } from "@/lib/env";

const LIFETIME_MS = 24 * 3_600_000;

let store: FileStore | undefined;

const directory = () => join(env().DATA_DIR, "uploads");

/** Uploads that are not whole yet (tus); on local disk, or on a volume that all web instances share. */
export function partialUploads() {
  if (!store) mkdirSync(directory(), { recursive: true });
  store ??= new FileStore({ directory: directory(), expirationPeriodInMilliseconds: LIFETIME_MS });
  // The size is always known: it is refused before a byte is sent.
  store.extensions = ["creation", "termination", "expiration"];
  return store;
}

/** Two instances that write one upload at once write the same bytes at the same place: no shared lock. */
export const uploadLocks = new MemoryLocker();

export const readPartialUpload = (id: string) => readFile(join(directory(), id));

/** Removing what is gone is no error. */
export const removePartialUpload = (id: string) =>
  partialUploads()
    .remove(id)
    .catch(() => {});

/** What nobody came back to finish within a day. */
export const purgePartialUploads = () => partialUploads().deleteExpired();
