import "server-only";
import { timingSafeEqual } from "node:crypto";
import { cookies, headers } from "next/headers";
import { env } from "@/lib/env";
import { cookieName } from "./cookies";
import { csrfTokenFor } from "./csrf-token";

const LIFETIME_MS = 12 * 3_600_000;

/** This browser's own number, which says nothing about anybody. */
export const visitorId = async () => (await cookies()).get(cookieName("visitor"))?.value ?? "";

/** For the hidden field of a form: bound to this browser, good for 12 hours. */
export const csrfToken = async () => csrfTokenFor(env().SECRET, await visitorId());

async function isFreshToken(token: string) {
  const [at = ""] = token.split(".");
  const [visitor, age] = [await visitorId(), Date.now() - Number.parseInt(at, 36)];
  const expected = Buffer.from(csrfTokenFor(env().SECRET, visitor, at));
  const given = Buffer.from(token);
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
