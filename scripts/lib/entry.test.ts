import type { IncomingMessage, ServerResponse } from "node:http";
import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { env } from "../../lib/env";
import { proxy } from "../../proxy";
import { openEntry } from "./entry.mjs";

const enter = openEntry(env());
const portal = new URL(env().PORTAL_URL).host;
const connect = new URL(env().CONNECT_URL).host;
const ID = "a-request-of-the-tests";

type Asked = { method?: string; url?: string; headers?: Record<string, string> };

/** What Next is told, and what the answer says: null when it is left to proxy.ts. */
function atEntry({ method = "GET", url = "/", headers = {} }: Asked) {
  const request = { method, url, headers: { ...headers } };
  const answer: Record<string, string> = {};
  const response = {
    setHeader(name: string, value: string) {
      answer[name] = value;
    },
  };
  enter(request as unknown as IncomingMessage, response as unknown as ServerResponse);
  const { "x-entered": entered, ...told } = request.headers;
  return entered ? { told, answer } : null;
}

async function atProxy({ method = "GET", url = "/", headers = {} }: Asked) {
  const asked = new NextRequest(`http://localhost${url}`, { method, headers });
  const sent = Object.fromEntries((await proxy(asked)).headers);
  const names = (sent["x-middleware-override-headers"] ?? "").split(",");
  const answer = Object.entries(sent).filter(([name]) => !name.startsWith("x-middleware-"));
  return {
    told: Object.fromEntries(names.map((name) => [name, sent[`x-middleware-request-${name}`]])),
    answer: Object.fromEntries(answer),
  };
}

/** The same for every nonce and every visitor; an expiry is said by Next beside the age. */
const alike = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll(/nonce-[\w+/=]+/g, "nonce")
      .replaceAll(/"x-nonce":"[\w+/=]+"/g, '"x-nonce":""')
      .replaceAll(/visitor=[\w-]{24}/g, "visitor")
      .replaceAll(/ Expires=[^;]+;/g, ""),
  );

const known = `visitor=${"v".repeat(24)}; theme=dark`;

test.for<[string, Asked]>([
  ["a first visit", { headers: { host: portal, "x-request-id": ID } }],
  ["another cookie", { headers: { host: portal, cookie: "theme=dark", "x-request-id": ID } }],
  ["a known visitor", { headers: { host: portal, cookie: known, "x-request-id": ID } }],
  [
    "a page with a query",
    { url: "/demarches?theme=logement", headers: { host: portal, "x-request-id": ID } },
  ],
  [
    "a form that is sent",
    {
      method: "POST",
      url: "/mes-demandes/BRON-2026-4K7P2M/recapitulatif",
      headers: { host: portal, origin: `http://${portal}`, cookie: known, "x-request-id": ID },
    },
  ],
  ["the account", { url: "/compte", headers: { host: connect, "x-request-id": ID } }],
  ["a sign-in", { url: "/interaction/abc", headers: { host: connect, "x-request-id": ID } }],
  ["a page of both hosts", { url: "/cookies", headers: { host: connect, "x-request-id": ID } }],
  [
    "somebody who makes up what Next is told",
    {
      headers: {
        host: portal,
        "x-request-id": ID,
        "x-host": "connect",
        "x-nonce": "mine",
        "content-security-policy": "default-src *",
        "x-entered": "1",
      },
    },
  ],
])("says what proxy.ts says: %s", async ([, asked]) => {
  const entered = atEntry(asked);
  expect(entered).not.toBeNull();
  const { "x-entered": _, ...headers } = asked.headers ?? {};
  expect(alike(entered)).toEqual(alike(await atProxy({ ...asked, headers })));
});

test.for<[string, Asked]>([
  ["another host", { headers: { host: "elsewhere.example" } }],
  ["no host", {}],
  ["an account’s page on the portal", { url: "/compte", headers: { host: portal } }],
  ["an escaped address", { url: "/%63ompte", headers: { host: portal } }],
  ["a data address", { url: "/compte.rsc", headers: { host: portal } }],
  ["a doubled slash", { url: "//compte", headers: { host: portal } }],
  ["a whole address", { url: "http://elsewhere.example/", headers: { host: portal } }],
  ["a NUL", { url: "/demarches?q=%00", headers: { host: portal } }],
  ["what an action leads to", { headers: { host: portal, origin: `http://${connect}` } }],
  ["Connect’s first page", { headers: { host: connect } }],
  ["an upload", { method: "POST", url: "/api/uploads", headers: { host: portal } }],
  ["a person’s file", { url: "/fichiers/abc", headers: { host: portal } }],
  ["a mark made up outside", { url: "/compte", headers: { host: portal, "x-entered": "1" } }],
])("leaves to proxy.ts: %s", ([, asked]) => {
  expect(atEntry(asked)).toBeNull();
});
