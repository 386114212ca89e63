import { createHmac } from "node:crypto";

/** What a token looks like in a page: when it was made, in base 36, and for whom, signed. */
export const CSRF_TOKEN = /[0-9a-z]{8,9}\.[\w-]{43}/;

/** Also read by the web process, outside Next: no import of ours here. */
export function csrfTokenFor(secret: string, visitor: string, at = Date.now().toString(36)) {
  const signature = createHmac("sha256", secret).update(`csrf:${visitor}:${at}`);
  return `${at}.${signature.digest("base64url")}`;
}
