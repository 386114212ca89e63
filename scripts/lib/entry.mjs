// What proxy.ts does, done on Node's own request: docs/adr/0005-entry-before-next.md.
import { commonHeaders, contentSecurityPolicyOf } from "../../lib/answer-headers.ts";
import { newNonce, newVisitor, requestIdFrom, VISITOR_SECONDS } from "../../lib/answer-ids.ts";
import { existsOn } from "../../lib/hosts.ts";

/** Tells proxy.ts that nothing is left to do; taken off what comes from outside. */
const ENTERED = "x-entered";

/** No dot, no escape, no doubled slash: an address that means the same to everybody. */
const PLAIN = /^(\/[\w~-]+)+$|^\/$/;
/** What proxy.ts leaves alone, and person's files, which have a policy of their own. */
const APART = /^\/(_next|fonts|fichiers|api\/uploads|api\/drafts)(\/|$)/;

/** @param {Pick<import("../../lib/env.ts").Env, "PORTAL_URL" | "CONNECT_URL" | "FRANCECONNECT_ISSUER">} settings */
export function openEntry({ PORTAL_URL, CONNECT_URL, FRANCECONNECT_ISSUER }) {
  const [portal, connect] = [new URL(PORTAL_URL), new URL(CONNECT_URL)];
  const isSecure = portal.protocol === "https:";
  const visitorCookie = `${isSecure ? "__Host-" : ""}visitor`;
  const hasVisitor = new RegExp(`(^|; *)${visitorCookie}=`);
  const visitorAttributes = `Path=/; Max-Age=${VISITOR_SECONDS}; HttpOnly; SameSite=lax${isSecure ? "; Secure" : ""}`;
  const hosts = new Map([
    [portal.host, { name: "portal", formTargets: [connect.origin] }],
    [
      connect.host,
      {
        name: "connect",
        formTargets: FRANCECONNECT_ISSUER ? [new URL(FRANCECONNECT_ISSUER).origin] : [],
      },
    ],
  ]);

  /** The host, when all that there is to say about this request follows from its address. */
  function hostOf({ method, url, headers }) {
    const host = hosts.get(headers.host);
    const [path, query = ""] = url.split("?");
    if (!host || !PLAIN.test(path) || APART.test(path) || query.includes("%00")) return null;
    if (method === "GET" && "origin" in headers) return null;
    // Connect's first page is another one.
    if (host.name === "connect" && path === "/") return null;
    return existsOn(host.name, path) ? host : null;
  }

  function sendVisitor(headers, response) {
    const cookie = `${visitorCookie}=${newVisitor()}`;
    headers.cookie = headers.cookie ? `${headers.cookie}; ${cookie}` : cookie;
    response.setHeader("set-cookie", `${cookie}; ${visitorAttributes}`);
  }

  return function enter(request, response) {
    const { headers } = request;
    delete headers[ENTERED];
    const host = hostOf(request);
    if (!host) return;
    const [nonce, id] = [newNonce(), requestIdFrom(headers["x-request-id"])];
    const { name, formTargets } = host;
    const policy = contentSecurityPolicyOf({ nonce, formTargets, isDev: false });
    const told = { "x-request-id": id, "x-nonce": nonce, "x-host": name };
    Object.assign(headers, told, { "content-security-policy": policy, [ENTERED]: "1" });
    for (const [header, value] of commonHeaders(id, isSecure)) response.setHeader(header, value);
    response.setHeader("content-security-policy", policy);
    if (!hasVisitor.test(headers.cookie ?? "")) sendVisitor(headers, response);
  };
}
