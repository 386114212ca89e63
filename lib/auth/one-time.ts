import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** What is sent: `sendings` counts the mails, so that a new one replaces the one before. */
type Sent = { id: string; sendings: number };

const proofOf = (purpose: string, { id, sendings }: Sent) =>
  createHmac("sha256", env().SECRET).update(`one-time:${purpose}:${id}:${sendings}`).digest();

/** Digits to copy from a mail. Derived, never stored. */
export const codeOf = (sent: Sent, digits: number) =>
  String(proofOf("code", sent).readBigUInt64BE() % 10n ** BigInt(digits)).padStart(digits, "0");

/** 256 bits, for a link. */
export const keyOf = (sent: Sent) => proofOf("link", sent).toString("base64url");

/** Names one sending, so that a job run twice is one mail; a UUID (version 8, RFC 9562). */
export function deliveryOf(sent: Sent) {
  const hex = proofOf("delivery", sent).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** In constant time. */
export function isSame(given: string, expected: string) {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
