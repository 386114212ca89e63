import "server-only";
import { lookup } from "node:dns";
import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
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

export class NotPublic extends Error {}

/** Refuses after the name is resolved and before the connection: a name that changes its address gains nothing. */
const publicOnly: LookupFunction = (name, options, done) =>
  lookup(name, { ...options, all: true }, (error, found) => {
    const hidden = found?.find(({ address }) => isInside(address));
    const refusal = hidden ? new NotPublic(`${name} is not a public address`) : null;
    if (error || refusal || !found?.[0])
      return done(error ?? refusal ?? new Error("not found"), "");
    if (options.all) return done(null, found);
    return done(null, found[0].address, found[0].family);
  });

const isThisMachine = (hostname: string) => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);

/**
 * Our own programs may live on a private network: the portal always, the demo partner where there is a demo. A portal
 * on this very machine is somebody's own installation: the services they try in the sandbox are there too.
 */
function isTrusted({ origin, hostname }: URL, isSandbox = false) {
  const { PORTAL_URL, PASS_URBAIN_URL, NODE_ENV, DEMO } = env();
  if (isSandbox && isThisMachine(hostname) && isThisMachine(new URL(PORTAL_URL).hostname))
    return true;
  const isDemo = NODE_ENV !== "production" || DEMO === "1";
  const trusted = isDemo ? [PORTAL_URL, PASS_URBAIN_URL] : [PORTAL_URL];
  return trusted.some((url) => new URL(url).origin === origin);
}

const MAX_ANSWER_BYTES = 64 * 1024;

type Call = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  headers: Record<string, string>;
  body?: string;
  isSandbox?: boolean | undefined;
};
type Answer = { status: number; headers: Record<string, string>; body: string };

function readAnswer(
  response: IncomingMessage,
  done: (answer: Answer) => void,
  sent: ClientRequest,
) {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) sent.destroy(new Error("answer too large"));
    else chunks.push(chunk);
  });
  response.once("end", () => {
    const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
    const body = Buffer.concat(chunks).toString("utf8");
    done({ status: response.statusCode ?? 0, headers: Object.fromEntries(headers), body });
  });
}

/** Follows no redirect, never reaches inside. */
function call(address: string, { method, headers, body, isSandbox }: Call): Promise<Answer> {
  const url = new URL(address);
  const isOurs = isTrusted(url, isSandbox);
  if (!isOurs && (url.protocol !== "https:" || isIP(url.hostname.replace(/[[\]]/g, "")) !== 0))
    return Promise.reject(new NotPublic(`${url.origin} is not an https address with a name`));
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const options = { method, headers, signal, ...(isOurs ? {} : { lookup: publicOnly }) };
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      response.once("error", reject);
      readAnswer(response, resolve, sent);
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

/** Posts a form to a registered service and returns the status. */
export async function postForm(
  address: string,
  fields: Record<string, string>,
  { isSandbox }: { isSandbox?: boolean } = {},
): Promise<number> {
  const body = new URLSearchParams(fields).toString();
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(Buffer.byteLength(body)),
  };
  return (await call(address, { method: "POST", headers, body, isSandbox })).status;
}

/** Calls a service that a workflow names; throws when nothing comes back, or when it is not a public https address. */
export const callOutside = (address: string, message: Omit<Call, "isSandbox">) =>
  call(address, message);

/** A page of a sandbox client: its status, and how much it holds. */
export async function getPage(address: string) {
  const headers = { accept: "text/html" };
  const { status, body } = await call(address, { method: "GET", headers, isSandbox: true });
  return { status, size: body.length };
}

/** What oidc-provider reads of a registered service (its keys), as `fetch` would answer. */
export async function fetchOutside(input: string | URL | Request): Promise<Response> {
  const address = input instanceof Request ? input.url : String(input);
  const headers = { accept: "application/json" };
  const { status, body, ...answer } = await call(address, { method: "GET", headers });
  return new Response(body, { status, headers: answer.headers });
}
