import "server-only";
import { createHash, createHmac } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { cookies } from "next/headers";
import { cache } from "react";
import { requests } from "@/db/schema/requests";
import { read } from "@/lib/context";
import { env } from "@/lib/env";
import { CODE_ALPHABET, readTrackingCode } from "@/lib/requests/model";
import { system } from "./actor";
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

const NAME = "suivi";
/** Of one browser at once; the one opened longest ago gives way. */
const MOST_HELD = 8;

/** The codes that this browser holds, the last opened first. */
export const heldTrackingCodes = cache(async () => {
  const codes = ((await cookies()).get(cookieName(NAME))?.value ?? "").split(".");
  const known = codes.flatMap((code) => readTrackingCode(code) ?? []);
  return [...new Set(known)].slice(0, MOST_HELD);
});

async function hold(codes: readonly string[]) {
  const jar = await cookies();
  if (codes.length === 0) return jar.delete(cookieName(NAME));
  const kept = codes.slice(0, MOST_HELD).join(".");
  return jar.set(cookieName(NAME), kept, cookieOptions(LIFETIME_SECONDS));
}

/** The browser keeps the codes themselves: a hash read in a stolen dump opens nothing. */
export const rememberTrackingCode = async (code: string) =>
  hold([code, ...(await heldTrackingCodes()).filter((held) => held !== code)]);

/** Whoever is filling a form keeps its code for a day more. */
export async function keepTrackingCodes() {
  const codes = await heldTrackingCodes();
  if (codes.length > 0) await hold(codes);
}

export const forgetTrackingCode = async (hash: string) =>
  hold((await heldTrackingCodes()).filter((code) => hashTrackingCode(code) !== hash));

export const forgetTrackingCodes = () => hold([]);

/** The code that this browser holds for a request, to show it to its owner again. */
export const heldTrackingCode = async (hash: string) =>
  (await heldTrackingCodes()).find((code) => hashTrackingCode(code) === hash) ?? null;

const heldHashes = async () => (await heldTrackingCodes()).map(hashTrackingCode);

/** The hash of the held code that opens this very request; "" if this browser holds none. */
export const findTrackingHash = cache(async (reference: string) => {
  const hashes = await heldHashes();
  if (hashes.length === 0) return "";
  const [row] = await read(system("tracking"), (db) =>
    db
      .select({ hash: requests.trackingHash })
      .from(requests)
      .where(and(eq(requests.reference, reference), inArray(requests.trackingHash, hashes))),
  );
  return row?.hash ?? "";
});

/** The visitor's actor id for a request: the hash of its code, else of the last one opened; "" without any. */
export async function trackingHash(reference?: string) {
  const [last = "", ...others] = await heldHashes();
  if (!reference || others.length === 0) return last;
  return (await findTrackingHash(reference)) || last;
}
