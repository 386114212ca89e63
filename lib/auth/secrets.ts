import "server-only";
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const IV_BYTES = 12;
const TAG_BYTES = 16;

const keys = new Map<string, Buffer>();

function keyFor(purpose: string) {
  const known = keys.get(purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", env().SECRET, "guichet", purpose, 32));
  keys.set(purpose, key);
  return key;
}

/** A secret that every instance can compute again, one per purpose. */
export const deriveSecret = (purpose: string) => keyFor(purpose).toString("base64url");

/** AES-256-GCM under a key of this purpose: what the database stores of a secret. */
export function seal(purpose: string, text: string) {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Throws when it was sealed for another purpose, with another SECRET, or altered. */
export function unseal(purpose: string, sealed: string) {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString("utf8");
}

/** What the database keeps of a long random token: enough to know it again, not enough to use it. */
export const hashToken = (token: string) => createHash("sha256").update(token).digest("base64url");
