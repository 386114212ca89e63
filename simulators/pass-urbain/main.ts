import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import {
  type Attempt,
  CONNECT_URL,
  type Data,
  finishSignIn,
  OWN_URL,
  readData,
  readLogoutToken,
  signOutUrl,
  startSignIn,
  type Tokens,
} from "./connect";
import { dataPage, faultPage, notFoundPage, welcomePage } from "./pages";
import { STYLE } from "./style";

const COOKIE = "pass-urbain";
const PORT = Number(process.env.PASS_URBAIN_PORT ?? (new URL(OWN_URL).port || 3001));
const MAX_BODY = 16_384;

type Visit = { attempt?: Attempt; signedIn?: { tokens: Tokens; data: Data; readAt: Date } };

// One process, one memory: a demo partner keeps nothing.
const visits = new Map<string, Visit>();
const require = createRequire(import.meta.url);

const HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": `default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; form-action 'self' ${CONNECT_URL}; base-uri 'none'; frame-ancestors 'none'`,
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

type Answer = { status: number; headers?: Record<string, string>; body?: string | Buffer };

const page = (body: string, status = 200): Answer => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8" },
  body,
});
const seeOther = (location: string): Answer => ({ status: 303, headers: { location } });

function visitOf(request: IncomingMessage) {
  const id =
    new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)`).exec(request.headers.cookie ?? "")?.[1] ?? "";
  return { id, visit: visits.get(id) };
}

/** A new name at each sign-in: nobody can have planted it. */
function remember(visit: Visit, old: string): Record<string, string> {
  visits.delete(old);
  const id = randomBytes(24).toString("base64url");
  visits.set(id, visit);
  const secure = OWN_URL.startsWith("https:") ? "; Secure" : "";
  return { "set-cookie": `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax${secure}` };
}

async function home(request: IncomingMessage, url: URL): Promise<Answer> {
  const { signedIn } = visitOf(request).visit ?? {};
  return page(
    signedIn
      ? dataPage(signedIn.data, signedIn.readAt)
      : welcomePage(url.searchParams.get("message")),
  );
}

async function signIn(request: IncomingMessage): Promise<Answer> {
  const { attempt, url } = await startSignIn();
  const { status, headers } = seeOther(url);
  return { status, headers: { ...headers, ...remember({ attempt }, visitOf(request).id) } };
}

async function comeBack(request: IncomingMessage, url: URL): Promise<Answer> {
  const { id, visit } = visitOf(request);
  if (url.searchParams.get("error") === "access_denied") return seeOther("/?message=refus");
  if (!visit?.attempt || url.searchParams.has("error")) return seeOther("/?message=echec");
  const tokens = await finishSignIn(url.pathname + url.search, visit.attempt).catch(() => null);
  const read = tokens && (await readData(tokens));
  if (!read) return seeOther("/?message=echec");
  const cookie = remember({ signedIn: { ...read, readAt: new Date() } }, id);
  return { status: 303, headers: { location: "/", ...cookie } };
}

async function refresh(request: IncomingMessage): Promise<Answer> {
  const { id, visit } = visitOf(request);
  if (!visit?.signedIn) return seeOther("/");
  const read = await readData(visit.signedIn.tokens);
  if (!read) {
    visits.delete(id);
    return seeOther("/?message=retrait");
  }
  visit.signedIn = { ...read, readAt: new Date() };
  return seeOther("/");
}

async function signOut(request: IncomingMessage): Promise<Answer> {
  const { id, visit } = visitOf(request);
  visits.delete(id);
  return seeOther(visit?.signedIn ? await signOutUrl(visit.signedIn.tokens.id) : "/");
}

async function bodyOf(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY) return "";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** OpenID Connect Back-Channel Logout 1.0 */
async function remoteSignOut(request: IncomingMessage): Promise<Answer> {
  const token = new URLSearchParams(await bodyOf(request)).get("logout_token") ?? "";
  const ended = await readLogoutToken(token);
  if (!ended) return { status: 400, body: '{"error":"invalid_request"}' };
  for (const [id, { signedIn }] of visits)
    if (signedIn?.tokens.sid === ended.sid) visits.delete(id);
  return { status: 200 };
}

const font = (weight: 400 | 700) => async (): Promise<Answer> => ({
  status: 200,
  headers: { "content-type": "font/woff2" },
  body: await readFile(
    require.resolve(
      `@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-${weight}-normal.woff2`,
    ),
  ),
});

const ROUTES: Record<string, (request: IncomingMessage, url: URL) => Promise<Answer>> = {
  "GET /": home,
  "GET /retour": comeBack,
  "GET /style.css": async () => ({
    status: 200,
    headers: { "content-type": "text/css; charset=utf-8" },
    body: STYLE,
  }),
  "GET /police-400.woff2": font(400),
  "GET /police-700.woff2": font(700),
  "POST /connexion": signIn,
  "POST /actualiser": refresh,
  "POST /deconnexion": signOut,
  "POST /deconnexion-distante": remoteSignOut,
};

/** Forms come from our own pages; Connect's own call has no page behind it. */
const isForeign = ({ method, headers }: IncomingMessage) =>
  method === "POST" && headers.origin !== undefined && headers.origin !== OWN_URL;

async function answer(request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? "/", OWN_URL);
  const route = ROUTES[`${request.method} ${url.pathname}`];
  if (!route || isForeign(request)) return page(notFoundPage(), 404);
  return route(request, url);
}

const server = createServer(async (request, response: ServerResponse) => {
  const { status, headers, body } = await answer(request).catch((error: unknown) => {
    process.stderr.write(`${JSON.stringify({ level: 50, error: String(error) })}\n`);
    return page(faultPage(), 502);
  });
  response.writeHead(status, { ...HEADERS, ...headers }).end(body);
});
server.listen(PORT, new URL(OWN_URL).hostname);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
