import "server-only";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { env } from "@/lib/env";

/** Where the bytes of files are, by an opaque key. */
export type Storage = {
  /** On disk for good once it resolves; replaces what had the same key. */
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Throws when there is nothing under this key. */
  get: (key: string) => Promise<Buffer>;
  stream: (key: string) => Promise<ReadableStream<Uint8Array>>;
  /** Removing what is not there is no error: a job may run twice. */
  remove: (key: string) => Promise<void>;
};

const pathOf = (key: string) => {
  if (!/^[\w-]{8,64}$/.test(key)) throw new Error("not a storage key");
  return join(env().DATA_DIR, "files", key.slice(0, 2), key);
};

/** Local disk, or a volume that all instances share. */
export const storage: Storage = {
  async put(key, bytes) {
    const path = pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    const part = `${path}.${crypto.randomUUID()}.part`;
    const file = await open(part, "w", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  },
  get: (key) => readFile(pathOf(key)),
  async stream(key) {
    const file = createReadStream(pathOf(key));
    await new Promise((resolve, reject) => file.once("open", resolve).once("error", reject));
    return Readable.toWeb(file) as ReadableStream<Uint8Array>;
  },
  remove: (key) => rm(pathOf(key), { force: true }),
};
