import { type NextRequest, NextResponse } from "next/server";
import { commonHeaders } from "@/lib/answer-headers";
import { newNonce, newVisitor, requestIdFrom, VISITOR_SECONDS } from "@/lib/answer-ids";
import { contentSecurityPolicy } from "@/lib/auth/content-security-policy";
import { cookieName, cookieOptions } from "@/lib/auth/cookies";
import { env } from "@/lib/env";
import { existsOn, type Host, isForMachines } from "@/lib/hosts";

export const config = {
  matcher: [
    {
      // Files without a person behind them, and uploads, whose bodies must not be buffered here.
      source: "/((?!_next/static|_next/image|fonts/|api/uploads|api/drafts).*)",
      // In production scripts/lib/entry.mjs has done the same for most pages, at a tenth of the price (ADR 5).
      missing: [{ type: "header", key: "x-entered" }],
    },
  ],
};

let parsed: { portal: URL; connect: URL } | undefined;

function ours() {
  parsed ??= { portal: new URL(env().PORTAL_URL), connect: new URL(env().CONNECT_URL) };
  return parsed;
}

function hostOf(request: NextRequest): Host | null {
  const asked = request.headers.get("host");
  const { portal, connect } = ours();
  if (asked === portal.host) return "portal";
  if (asked === connect.host) return "connect";
  return null;
}

/**
 * Next asks itself, at « localhost », for the page that an action leads to: on our other host, that is
 * another page. Refused, it lets the browser go there by itself.
 */
function isAskedForOther({ headers, method }: NextRequest) {
  const origin = headers.get("origin");
  const from = Object.values(ours()).find((url) => url.origin === origin);
  return method === "GET" && from !== undefined && from.host !== headers.get("host");
}

const isMisdirected = (request: NextRequest, host: Host | null) =>
  isAskedForOther(request) || (!host && !isForMachines(request.nextUrl.pathname));

const misdirected = () =>
  new NextResponse("Cette adresse n’est pas servie ici.\n", {
    status: 421,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });

/** What every answer says, whatever its page. */
function harden(response: NextResponse, id: string) {
  const isSecure = ours().portal.protocol === "https:";
  for (const [name, value] of commonHeaders(id, isSecure)) response.headers.set(name, value);
  return response;
}

/** Tells the two hosts apart, and gives every page its request id, its CSP nonce and its visitor cookie. */
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const id = requestIdFrom(request.headers.get("x-request-id"));
  const host = hostOf(request);
  if (isMisdirected(request, host)) return harden(misdirected(), id);

  if (host === "connect" && pathname === "/")
    return harden(NextResponse.redirect(new URL("/compte", ours().connect)), id);

  const nonce = newNonce();
  const headers = new Headers(request.headers);
  headers.set("x-request-id", id);
  headers.set("x-nonce", nonce);
  headers.set("x-host", host ?? "portal");
  const policy = contentSecurityPolicy(host ?? "portal", nonce);
  headers.set("content-security-policy", policy);

  const visitor = cookieName("visitor");
  const firstVisit = request.cookies.has(visitor) ? null : newVisitor();
  if (firstVisit)
    headers.set(
      "cookie",
      [headers.get("cookie"), `${visitor}=${firstVisit}`].filter(Boolean).join("; "),
    );

  // No page of ours can look for a NUL: PostgreSQL refuses it.
  const found = (!host || existsOn(host, pathname)) && !request.url.includes("%00");
  const options = { request: { headers } };
  const response = found
    ? NextResponse.next(options)
    : NextResponse.rewrite(new URL("/introuvable", request.url), options);
  // A person's file has a stricter one of its own.
  if (!pathname.startsWith("/fichiers/")) response.headers.set("content-security-policy", policy);
  if (firstVisit) response.cookies.set(visitor, firstVisit, cookieOptions(VISITOR_SECONDS));
  return harden(response, id);
}
