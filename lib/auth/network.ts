import "server-only";
import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { headers } from "next/headers";
import { deriveSecret } from "./secrets";

/** What the nearest proxy, or Next itself, saw; an IPv6 household is its /64. */
export function networkOf(forwardedFor: string | null | undefined) {
  const address =
    forwardedFor
      ?.split(",")
      .at(-1)
      ?.trim()
      // Some proxies add the port, which changes at every call.
      .replace(/^\[(.*)\](?::\d+)?$|^(\d+(?:\.\d+){3}):\d+$/, "$1$2")
      .replace(/^::ffff:(?=\d+\.)/, "") ?? "";
  if (!isIPv6(address)) return address || "unknown";
  const [before = [], after = []] = address.split("::").map((half) => half.split(":"));
  const zeros = Array(Math.max(8 - before.length - after.length, 0)).fill("0");
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group || "0")
    .join(":");
}

/** The network a form was posted from. */
export const networkAddress = async () => networkOf((await headers()).get("x-forwarded-for"));

/** Tells whether two moments came from one network, and not which: the address itself is not kept. */
export const networkMark = (network: string) =>
  createHmac("sha256", deriveSecret("network-mark"))
    .update(network)
    .digest("base64url")
    .slice(0, 16);
