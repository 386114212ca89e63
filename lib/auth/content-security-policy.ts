import "server-only";
import { contentSecurityPolicyOf } from "@/lib/answer-headers";
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

export const contentSecurityPolicy = (host: Host, nonce: string) =>
  contentSecurityPolicyOf({
    nonce,
    formTargets: formTargets(host),
    isDev: env().NODE_ENV === "development",
  });
