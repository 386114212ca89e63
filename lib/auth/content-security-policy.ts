import "server-only";
import { env } from "@/lib/env";
import type { Host } from "@/lib/hosts";

const origin = (url: string) => new URL(url).origin;

/** Not from lib/integrations: proxy.ts, which asks, stays small. */
function franceConnect() {
  const { FRANCECONNECT_ISSUER: issuer } = env();
  return issuer ? [origin(issuer)] : [];
}

/**
 * Where a form of this host may lead, redirects included (browsers check them all): the portal signs in and out at
 * Connect; Connect leads to FranceConnect, and to services by a page that goes on by itself (`onwardPage`).
 */
const formTargets = (host: Host) =>
  host === "portal" ? [origin(env().CONNECT_URL)] : franceConnect();

/** Only our own files and the scripts that carry this answer's nonce; see docs/architecture.md. */
export function contentSecurityPolicy(host: Host, nonce: string) {
  const isDev = env().NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${isDev ? " ws:" : ""}`,
    `form-action ${["'self'", ...formTargets(host)].join(" ")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
