import type { IncomingMessage, ServerResponse } from "node:http";
import { refusalPage, refusalsPage, welcomePage } from "./pages";
import {
  type Answer,
  html,
  json,
  newId,
  Provider,
  type Route,
  seeOther,
  withQuery,
} from "./provider";
import { listRefusals, note, RedirectedRefusal, Refusal, wrongParameter } from "./refusals";
import type { Client } from "./rules";
import { STYLE } from "./style";
import { Tokens } from "./tokens";

const MAX_BODY = 16_384;
const COOKIE = "franceconnect";

type Options = { issuer: string; clients: readonly Client[]; now?: () => number };

const HEADERS = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
};

async function bodyOf(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY) throw wrongParameter("request entity too large");
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}

const pagesOf = (issuer: string): Record<string, Route> => ({
  "GET /": () => html(welcomePage(issuer)),
  "GET /refus": () => html(refusalsPage(listRefusals())),
  "GET /style.css": () => ({
    status: 200,
    headers: { "content-type": "text/css; charset=utf-8" },
    body: STYLE,
  }),
});

const isForPrograms = ({ pathname }: URL) => /\/(token|userinfo|jwks)$/.test(pathname);

function refused(issuer: string, url: URL, refusal: Refusal): Answer {
  note(url.pathname.replace(/(interaction)\/.*/, "$1"), refusal);
  const { status, error, description, code } = refusal;
  if (refusal instanceof RedirectedRefusal) {
    const { redirectUri, state } = refusal;
    const query = { error, error_description: description, state, iss: issuer };
    return seeOther(withQuery(redirectUri, query));
  }
  if (isForPrograms(url)) return json({ error, error_description: description }, status);
  return html(refusalPage(code ?? error, description), status);
}

function browserOf({ headers }: IncomingMessage) {
  const pattern = new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)`);
  return pattern.exec(headers.cookie ?? "")?.[1];
}

/** A stand-in for FranceConnect v2, with its addresses under the path of the issuer. */
export async function createFranceConnect({ issuer, clients, now = Date.now }: Options) {
  const base = new URL(issuer).pathname.replace(/\/$/, "");
  const { routes } = new Provider(issuer, clients, now, await Tokens.create(issuer, now));
  const pages = pagesOf(issuer);
  const secure = issuer.startsWith("https:") ? "; Secure" : "";

  function routeOf({ method }: IncomingMessage, { pathname }: URL) {
    const path = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : null;
    const name = path?.replace(/^(\/interaction)\/[\w-]+$/, "$1");
    return routes[`${method} ${name}`] ?? pages[`${method} ${pathname}`];
  }

  async function answer(request: IncomingMessage, url: URL, browser: string): Promise<Answer> {
    const route = routeOf(request, url);
    if (!route) return html(refusalPage("Y000404", "Not Found"), 404);
    try {
      const params = request.method === "POST" ? await bodyOf(request) : url.searchParams;
      return await route({ request, url, base, params, browser });
    } catch (error) {
      if (error instanceof Refusal) return refused(issuer, url, error);
      throw error;
    }
  }

  return async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", issuer);
    const known = browserOf(request);
    const browser = known ?? newId();
    const cookie = `${COOKIE}=${browser}; Path=/; HttpOnly; SameSite=Lax${secure}`;
    const isNew = !known && !isForPrograms(url);
    const { status, headers, body } = await answer(request, url, browser).catch((error) => {
      process.stderr.write(`${JSON.stringify({ level: 50, error: String(error) })}\n`);
      return html(refusalPage("Y000000", "server_error"), 500);
    });
    response
      .writeHead(status, { ...HEADERS, ...(isNew ? { "set-cookie": cookie } : {}), ...headers })
      .end(body);
  };
}
