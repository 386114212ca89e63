import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { newNonce } from "../../lib/answer-ids";
import { csrfTokenFor } from "../../lib/auth/csrf-token";
import { forgetKept } from "../../lib/kept";
import { keepPages } from "./kept-pages.mjs";

const SECRET = "a-secret-for-tests-only-0123456789abcdef";
const KNOWN = "visitor-who-came-before-";
const visitorIn = (cookie = "") => /visitor=([\w-]+)/.exec(cookie)?.[1];

let renders = 0;

/** Stands for Next: a page with a nonce, a token of the visitor, and their other cookies; on /aide, all of them. */
async function next({ headers, url }: IncomingMessage, response: ServerResponse) {
  renders++;
  const [nonce, id] = [newNonce(), String(headers["x-request-id"])];
  response.statusCode = url?.startsWith("/demarches/") ? 404 : 200;
  response.setHeader("content-security-policy", `script-src 'nonce-${nonce}'`);
  response.setHeader("x-request-id", id);
  response.write(`<body data-request="${id}"><script nonce="${nonce}"></script>`);
  const token = csrfTokenFor(SECRET, visitorIn(headers.cookie) ?? "");
  const others = headers.cookie?.replace(url === "/aide" ? "" : /visitor=[\w-]+(; )?/, "");
  setTimeout(() => response.end(`<input value="${token}"><p>${others}</p>`), 5);
}

const server = createServer();
const port = () => (server.address() as AddressInfo).port;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.on("request", keepPages(next, { PORTAL_URL: `http://127.0.0.1:${port()}`, SECRET }));
});

afterAll(() => server.close());

beforeEach(() => {
  forgetKept();
  renders = 0;
});

type Asked = { path?: string; method?: string; headers?: Record<string, string> };

const ask = ({ path = "/", method = "GET", headers = {} }: Asked = {}) =>
  new Promise<{ status?: number; headers: IncomingMessage["headers"]; body: Buffer }>((resolve) => {
    const sent = request({ host: "127.0.0.1", port: port(), path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      const { statusCode: status = 0, headers } = answer;
      answer.on("end", () => resolve({ status, headers, body: Buffer.concat(chunks) }));
    });
    sent.end();
  });

/** What is one reader’s alone in an answer. */
function ownOf({ headers, body }: Awaited<ReturnType<typeof ask>>) {
  const html = body.toString();
  const policy = String(headers["content-security-policy"]);
  return {
    nonce: /nonce-([^']+)/.exec(policy)?.[1],
    scriptNonce: /nonce="([^"]+)"/.exec(html)?.[1],
    id: headers["x-request-id"],
    bodyId: /data-request="([^"]+)"/.exec(html)?.[1],
    token: /value="([^"]+)"/.exec(html)?.[1] ?? "",
    visitor: visitorIn(headers["set-cookie"]?.[0]),
  };
}

describe("what is kept", () => {
  test("two readers share a page, but neither nonce, request id, token nor cookie", async () => {
    const [one, two] = [ownOf(await ask()), ownOf(await ask())];
    expect(renders).toBe(1);
    for (const own of [one, two]) {
      expect(own.scriptNonce).toBe(own.nonce);
      expect(own.bodyId).toBe(own.id);
      expect(own.token).toBe(csrfTokenFor(SECRET, own.visitor ?? "", own.token.split(".")[0]));
    }
    for (const key of ["nonce", "id", "token", "visitor"] as const)
      expect(one[key], key).not.toBe(two[key]);
  });

  test("a browser keeps its number, and the request id of its caller", async () => {
    const headers = { cookie: `visitor=${KNOWN}`, "x-request-id": "caller-0001" };
    await ask();
    const answer = await ask({ headers });
    expect(renders).toBe(1);
    expect(answer.headers["set-cookie"]).toBe(undefined);
    const { token, id, bodyId } = ownOf(answer);
    expect(token).toBe(csrfTokenFor(SECRET, KNOWN, token.split(".")[0]));
    expect([id, bodyId]).toEqual(["caller-0001", "caller-0001"]);
  });

  test("many who ask at once cost one rendering", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask()));
    expect(renders).toBe(1);
    expect(new Set(answers.map((answer) => ownOf(answer).nonce)).size).toBe(8);
  });

  test("theme and commune each have their page", async () => {
    const said = async (cookie: string) => (await ask({ headers: { cookie } })).body.toString();
    expect(await said(`theme=dark; visitor=${KNOWN}`)).toContain("<p>theme=dark</p>");
    expect(await said(`visitor=${KNOWN}; theme=light`)).toContain("<p>theme=light</p>");
    expect(await said("lieu=69029")).toContain("<p>lieu=69029</p>");
    expect(await said(`visitor=${KNOWN}; theme=dark`)).toContain("<p>theme=dark</p>");
    expect(renders).toBe(3);
  });

  test("compressed for whoever asks for it", async () => {
    await ask();
    const answer = await ask({ headers: { "accept-encoding": "br, gzip" } });
    expect(answer.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(answer.body).toString()).toContain("<body data-request");
    expect(answer.headers["content-length"]).toBe(String(answer.body.length));
  });

  test("for five seconds", async () => {
    const started = performance.now();
    const clock = vi.spyOn(performance, "now").mockReturnValue(started);
    const rendersAfter = async (ms: number) => {
      clock.mockReturnValue(started + ms);
      // lru-cache looks at the clock once a millisecond.
      await sleep(5);
      await ask();
      return renders;
    };
    expect(await rendersAfter(0)).toBe(1);
    expect(await rendersAfter(4_900)).toBe(1);
    expect(await rendersAfter(5_100)).toBe(2);
    clock.mockRestore();
  });

  test("forgotten when what everybody sees has changed", async () => {
    await ask();
    forgetKept();
    await ask();
    expect(renders).toBe(2);
  });
});

describe("what is not", () => {
  test.for<[string, Asked]>([
    ["a session", { headers: { cookie: `visitor=${KNOWN}; session=s` } }],
    ["the code of a draft", { headers: { cookie: "suivi=ABCD" } }],
    ["an address", { headers: { cookie: "lieu=69029~12%20rue" } }],
    ["two values of one cookie", { headers: { cookie: "theme=dark; theme=light" } }],
    ["a confirmation", { path: "/?fait=lieu" }],
    ["a form to show again", { path: "/demarches?retour=1" }],
    ["a search", { path: "/demarches?q=bac" }],
    ["somebody’s page", { path: "/mes-demandes" }],
    ["the account’s host", { headers: { host: "localhost:1" } }],
    ["data for a page that is open", { headers: { rsc: "1" } }],
    ["the page that an action leads to", { headers: { origin: "http://localhost:1" } }],
    ["a HEAD", { method: "HEAD" }],
    ["a POST", { method: "POST" }],
  ])("%s", async ([, asked]) => {
    await ask();
    await ask(asked);
    await ask(asked);
    expect(renders).toBe(3);
  });

  test("a page that is not there, whose reader is not renamed", async () => {
    const asked = { path: "/demarches/zut", headers: { cookie: `visitor=${KNOWN}` } };
    for (const answer of [await ask(asked), await ask(asked)]) {
      expect(answer.status).toBe(404);
      expect(answer.headers["set-cookie"]).toBe(undefined);
      const { token } = ownOf(answer);
      expect(token).toBe(csrfTokenFor(SECRET, KNOWN, token.split(".")[0]));
    }
    expect(renders).toBe(2);
  });

  test("a page with something left of whom it was rendered for", async () => {
    const asked = { path: "/aide", headers: { cookie: `visitor=${KNOWN}` } };
    await ask(asked);
    await ask(asked);
    expect(renders).toBe(2);
  });
});
