import "server-only";
import { formOrigins } from "@/lib/connect/provider/origins";
import { env } from "@/lib/env";
import type { Host } from "@/lib/hosts";

const origin = (url: string) => new URL(url).origin;

/** Not from lib/integrations: proxy.ts, which asks, stays small. */
function franceConnect() {
  const { FRANCECONNECT_ISSUER: issuer } = env();
  return issuer ? [origin(issuer)] : [];
}

/**
 * Where a form of this page may lead, redirects included (Chromium checks them): the portal signs
 * in and out at Connect; Connect leads to FranceConnect, and gives back to the service of the sign-in under way.
 */
const formTargets = async (host: Host, path: string) =>
  host === "portal"
    ? [origin(env().CONNECT_URL)]
    : [...franceConnect(), ...(await formOrigins(path))];

/** Only our own files and the scripts that carry this answer's nonce; see docs/architecture.md. */
export async function contentSecurityPolicy(host: Host, path: string, nonce: string) {
  const isDev = env().NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${isDev ? " ws:" : ""}`,
    `form-action ${["'self'", ...(await formTargets(host, path))].join(" ")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
