import "server-only";
import { createHash, createHmac } from "node:crypto";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { CODE_ALPHABET, readTrackingCode } from "@/lib/requests/model";
import { cookieName, cookieOptions } from "./cookies";

const LIFETIME_SECONDS = 24 * 3600;

/** What the database knows of a code, and the id of the visitor who holds it. */
export const hashTrackingCode = (code: string) => createHash("sha256").update(code).digest("hex");

/** 60 bits that only we can tell from this seed: the same seed gives the same code. */
export function trackingCodeFrom(seed: string) {
  const bytes = createHmac("sha256", env().SECRET).update(`suivi:${seed}`).digest();
  const letters = [...bytes.subarray(0, 12)].map((byte) => CODE_ALPHABET.charAt(byte % 32));
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** The browser keeps the code itself: a hash read in a stolen dump opens nothing. */
export async function rememberTrackingCode(code: string) {
  (await cookies()).set(cookieName("suivi"), code, cookieOptions(LIFETIME_SECONDS));
}

/** Whoever is filling a form keeps its code for a day more. */
export async function keepTrackingCode() {
  const code = await heldTrackingCode();
  if (code) await rememberTrackingCode(code);
}

export async function forgetTrackingCode() {
  (await cookies()).delete(cookieName("suivi"));
}

/** The code that this browser holds, to show it to its owner again. */
export const heldTrackingCode = async () =>
  readTrackingCode((await cookies()).get(cookieName("suivi"))?.value ?? "");

/** The visitor's actor id: the hash of the code their browser holds, or "" if it holds none. */
export async function trackingHash() {
  const code = await heldTrackingCode();
  return code ? hashTrackingCode(code) : "";
}
