import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { cookies, headers } from "next/headers";
import { env } from "@/lib/env";
import { cookieName } from "./cookies";

const LIFETIME_MS = 12 * 3_600_000;

const sign = (visitor: string, at: string) =>
  createHmac("sha256", env().SECRET).update(`csrf:${visitor}:${at}`).digest("base64url");

/** This browser's own number, which says nothing about anybody. */
export const visitorId = async () => (await cookies()).get(cookieName("visitor"))?.value ?? "";

/** For the hidden field of a form: bound to this browser, good for 12 hours. */
export async function csrfToken() {
  const at = Date.now().toString(36);
  return `${at}.${sign(await visitorId(), at)}`;
}

async function isFreshToken(token: string) {
  const [at = "", signature = ""] = token.split(".");
  const [visitor, age] = [await visitorId(), Date.now() - Number.parseInt(at, 36)];
  const expected = Buffer.from(sign(visitor, at));
  const given = Buffer.from(signature);
  if (visitor === "" || !(age >= 0 && age < LIFETIME_MS)) return false;
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * Was this form posted from our own page? Fetch metadata or Origin say so in every current browser
 * (a foreign one is refused); where neither is sent, the form's token must be ours and fresh.
 */
export async function isFromOurPage(token: string, given?: Headers) {
  const sent = given ?? (await headers());
  const [site, origin] = [sent.get("sec-fetch-site"), sent.get("origin")];
  if (site) return site === "same-origin";
  if (origin) return URL.canParse(origin) && new URL(origin).host === sent.get("host");
  return isFreshToken(token);
}
