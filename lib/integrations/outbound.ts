import "server-only";
import { lookup } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { BlockList, isIP, isIPv6, type LookupFunction } from "node:net";
import { env } from "@/lib/env";

const TIMEOUT_MS = 5000;

const inside = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  inside.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  inside.addSubnet(net, bits, "ipv6");

/** Loopback, private and special addresses, IPv4 hidden in IPv6 included (RFC 6890). */
export const isInside = (address: string) =>
  inside.check(address, isIPv6(address) ? "ipv6" : "ipv4");

/** Refuses after the name is resolved and before the connection: a name that changes its address gains nothing. */
const publicOnly: LookupFunction = (name, options, done) =>
  lookup(name, { ...options, all: true }, (error, found) => {
    const hidden = found?.find(({ address }) => isInside(address));
    const refusal = hidden ? new Error(`${name} is not a public address`) : null;
    if (error || refusal || !found?.[0])
      return done(error ?? refusal ?? new Error("not found"), "");
    if (options.all) return done(null, found);
    return done(null, found[0].address, found[0].family);
  });

/** Our own programs may live on a private network: the portal always, the demo partner where there is a demo. */
function isTrusted({ origin }: URL) {
  const { PORTAL_URL, PASS_URBAIN_URL, NODE_ENV, DEMO } = env();
  const isDemo = NODE_ENV !== "production" || DEMO === "1";
  const trusted = isDemo ? [PORTAL_URL, PASS_URBAIN_URL] : [PORTAL_URL];
  return trusted.some((url) => new URL(url).origin === origin);
}

/** Posts a form to a registered service and returns the status; follows no redirect, never reaches inside. */
export function postForm(address: string, fields: Record<string, string>): Promise<number> {
  const url = new URL(address);
  const isOurs = isTrusted(url);
  if (!isOurs && (url.protocol !== "https:" || isIP(url.hostname.replace(/[[\]]/g, "")) !== 0))
    return Promise.reject(new Error(`${url.origin} is not an https address with a name`));
  const body = new URLSearchParams(fields).toString();
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": Buffer.byteLength(body),
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(isOurs ? {} : { lookup: publicOnly }),
      },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
}
