// Public pages, kept for people who are not signed in: docs/adr/0004-kept-pages.md.
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import client from "prom-client";
import { newNonce } from "../../lib/answer-ids.ts";
import { csrfTokenFor } from "../../lib/auth/csrf-token.ts";
import { captured } from "./captured.mjs";
import { cut, fill } from "./page-template.mjs";
import { openReaders } from "./readers.mjs";

const SECONDS = 5;
const MOST_BYTES = 16 * 1024 * 1024;
const OF_ONE_ANSWER = ["connection", "content-length", "date", "keep-alive", "transfer-encoding"];

const answers = new client.Counter({
  name: "kept_pages_total",
  help: "Answers to readers of public pages who are not signed in: kept, or rendered for them.",
  labelNames: ["outcome"],
});

const zip = promisify(gzip);

/** What an answer of Next holds for everybody; undefined when it is not for everybody. */
function pageOf({ status, headers, body }, visitor, secret) {
  const nonce = /'nonce-([^']+)'/.exec(headers["content-security-policy"])?.[1];
  const requestId = headers["x-request-id"];
  if (status !== 200 || !nonce || !requestId || "set-cookie" in headers) return undefined;
  const pieces = (text) => cut(text, { nonce, requestId, visitor }, secret);
  const page = {
    headers: Object.entries(headers)
      .filter(([name]) => !OF_ONE_ANSWER.includes(name))
      .map(([name, value]) => [name, pieces(String(value))]),
    body: pieces(body.toString()),
    bytes: body.length,
  };
  return page.body && page.headers.every(([, value]) => value) ? page : undefined;
}

async function send(page, { requestId, token, unzips }, response) {
  const values = { nonce: newNonce(), requestId, token };
  const body = fill(page.body, values);
  const sent = unzips ? await zip(body) : body;
  for (const [name, pieces] of page.headers)
    response.setHeader(name, fill(pieces, values).toString());
  if (unzips) response.setHeader("content-encoding", "gzip");
  response.setHeader("content-length", sent.length);
  response.writeHead(200).end(sent);
}

function sendAsIs({ status, headers, body }, response) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.removeHeader("transfer-encoding");
  response.writeHead(status).end(body);
}

/**
 * Wraps Next: what it answers to one reader of a public page is kept for the others, five seconds.
 * What is a reader's own in an answer (nonce, request id, form tokens, cookie) is never kept.
 */
export function keepPages(handle, settings) {
  const { readerOf, headersFor, cookieFor } = openReaders(settings);
  const { SECRET } = settings;
  const pages = new LRUCache({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ bytes }) => bytes,
    ttl: SECONDS * 1_000,
    // Forgotten on the way (lib/kept.ts), a page still answers whoever waits for it.
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context: render }) => render(),
  });
  globalThis.keptPages = pages;

  /** The page as it is kept, rendered first if need be; `answered`: what Next then said to this very reader. */
  async function find(reader, request, response) {
    let answered = null;
    const render = async () => {
      request.headers = headersFor(reader);
      answered = await captured(response, () => handle(request, response));
      return answered ? pageOf(answered, reader.visitor, SECRET) : undefined;
    };
    const page = await pages.fetch(reader.key, { context: render });
    answers.inc({ outcome: page && !answered ? "kept" : "rendered" });
    return { page, answered };
  }

  return async (request, response) => {
    const reader = readerOf(request);
    if (!reader) return handle(request, response);
    const { page, answered } = await find(reader, request, response);
    if (response.destroyed) return;
    if (!page && !answered) return handle(request, response);
    if (reader.isNew) response.setHeader("set-cookie", cookieFor(reader));
    const token = csrfTokenFor(SECRET, reader.visitor);
    return page ? send(page, { ...reader, token }, response) : sendAsIs(answered, response);
  };
}
