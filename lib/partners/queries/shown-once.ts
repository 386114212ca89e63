import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

const SHOWN_MS = 10 * 60_000;

const sign = (clientId: string, residentId: string, at: string) =>
  createHmac("sha256", env().SECRET)
    .update(`shown-secret:${clientId}:${residentId}:${at}`)
    .digest("base64url");

/** Lets this person read this service's secret during ten minutes, after they created or changed it. */
export function showToken(clientId: string, residentId: string, now = Date.now()) {
  const at = now.toString(36);
  return `${at}.${sign(clientId, residentId, at)}`;
}

export function maySee(token: unknown, clientId: string, residentId: string, now = Date.now()) {
  if (typeof token !== "string") return false;
  const [at = "", signature = ""] = token.split(".");
  const age = now - Number.parseInt(at, 36);
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(clientId, residentId, at))];
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  return isOurs && age >= 0 && age < SHOWN_MS;
}
