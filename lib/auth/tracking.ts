import "server-only";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { readTrackingCode } from "@/lib/requests/model";
import { cookieName, cookieOptions } from "./cookies";

const LIFETIME_SECONDS = 24 * 3600;

/** What the database knows of a code, and the id of the visitor who holds it. */
export const hashTrackingCode = (code: string) => createHash("sha256").update(code).digest("hex");

/** The browser keeps the code itself: a hash read in a stolen dump opens nothing. */
export async function rememberTrackingCode(code: string) {
  (await cookies()).set(cookieName("suivi"), code, cookieOptions(LIFETIME_SECONDS));
}

export async function forgetTrackingCode() {
  (await cookies()).delete(cookieName("suivi"));
}

/** The visitor's actor id: the hash of the code their browser holds, or "" if it holds none. */
export async function trackingHash() {
  const code = readTrackingCode((await cookies()).get(cookieName("suivi"))?.value ?? "");
  return code ? hashTrackingCode(code) : "";
}
