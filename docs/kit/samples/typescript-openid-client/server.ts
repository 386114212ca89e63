// npm install openid-client jose — puis : node server.ts (Node 24), ou npx tsx server.ts
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRemoteJWKSet, jwtVerify } from "jose";
import * as oidc from "openid-client";

const { ISSUER = "", CLIENT_ID = "", CLIENT_SECRET = "" } = process.env;
const BASE_URL = new URL(process.env.BASE_URL ?? "http://localhost:8080");
const CALLBACK = new URL("/retour", BASE_URL).href;
const LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

// Sans enableNonRepudiationChecks, la bibliothèque ne regarde pas la signature du jeton d’identité.
const execute = [oidc.enableNonRepudiationChecks];
// Votre machine seulement : en production, tout est en https.
if (ISSUER.startsWith("http:")) execute.push(oidc.allowInsecureRequests);
const config = await oidc.discovery(new URL(ISSUER), CLIENT_ID, CLIENT_SECRET, undefined, {
  execute,
});
const { issuer, jwks_uri = "" } = config.serverMetadata();
const keys = createRemoteJWKSet(new URL(jwks_uri));

type Attempt = { state: string; nonce: string; verifier: string };
type User = { name: string; sid: string; idToken: string };
// Une session par navigateur ; en vrai, dans votre base.
const sessions = new Map<string, { attempt?: Attempt; user?: User }>();

const cookieOf = (request: IncomingMessage) =>
  /(?:^|; )session=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";

function open(response: ServerResponse, session: { attempt?: Attempt; user?: User }) {
  const id = randomUUID();
  sessions.set(id, session);
  const secure = BASE_URL.protocol === "https:" ? "; Secure" : "";
  response.setHeader("set-cookie", `session=${id}; Path=/; HttpOnly; SameSite=Lax${secure}`);
}

function page(response: ServerResponse, html: string, status = 200) {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(html);
}
function goTo(response: ServerResponse, url: string | URL) {
  response.writeHead(303, { location: String(url) }).end();
}
const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** 1. Vers Connect, avec state, nonce et PKCE nouveaux à chaque fois. */
async function signIn(response: ServerResponse) {
  const verifier = oidc.randomPKCECodeVerifier();
  const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier };
  open(response, { attempt });
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK,
    scope: "openid profile",
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  goTo(response, url);
}

/** 2. Au retour : le code contre les jetons, puis les données. */
async function comeBack(request: IncomingMessage, response: ServerResponse, url: URL) {
  const attempt = sessions.get(cookieOf(request))?.attempt;
  sessions.delete(cookieOf(request));
  if (url.searchParams.get("error") === "access_denied")
    return page(response, "<p>Vous n’avez rien partagé. <a href='/'>Continuer sans compte</a></p>");
  if (!attempt)
    return page(response, "<p>Recommencez la <a href='/connexion'>connexion</a>.</p>", 400);
  const tokens = await oidc.authorizationCodeGrant(config, url, {
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  const data = await oidc.fetchUserInfo(config, tokens.access_token, claims?.sub ?? "");
  const user = {
    name: String(data.name),
    sid: String(claims?.sid),
    idToken: tokens.id_token ?? "",
  };
  open(response, { user });
  goTo(response, "/");
}

/** 3. La personne se déconnecte ici : Connect la déconnecte partout. */
function signOut(request: IncomingMessage, response: ServerResponse) {
  const user = sessions.get(cookieOf(request))?.user;
  sessions.delete(cookieOf(request));
  if (!user) return goTo(response, "/");
  const post_logout_redirect_uri = new URL("/", BASE_URL).href;
  goTo(
    response,
    oidc.buildEndSessionUrl(config, { id_token_hint: user.idToken, post_logout_redirect_uri }),
  );
}

/** 4. Elle se déconnecte ailleurs : Connect nous le dit, de serveur à serveur. */
async function backChannel(request: IncomingMessage, response: ServerResponse) {
  let body = "";
  for await (const chunk of request) body += chunk;
  const token = new URLSearchParams(body).get("logout_token") ?? "";
  const options = {
    issuer,
    audience: CLIENT_ID,
    typ: "logout+jwt",
    requiredClaims: ["sid", "events"],
  };
  const { payload } = await jwtVerify(token, keys, options);
  if (payload.nonce || !(LOGOUT_EVENT in (payload.events as object)))
    throw new Error("not a logout");
  for (const [id, { user }] of sessions) if (user?.sid === payload.sid) sessions.delete(id);
  response.writeHead(200, { "cache-control": "no-store" }).end();
}

function home(request: IncomingMessage, response: ServerResponse) {
  const user = sessions.get(cookieOf(request))?.user;
  if (!user) return page(response, "<a href='/connexion'>Se connecter</a>");
  page(response, `<h1>Bonjour ${safe(user.name)}</h1><a href="/deconnexion">Se déconnecter</a>`);
}

async function answer(request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? "/", BASE_URL);
  if (url.pathname === "/connexion") return signIn(response);
  if (url.pathname === "/retour") return comeBack(request, response, url);
  if (url.pathname === "/deconnexion") return signOut(request, response);
  if (url.pathname === "/deconnexion-annoncee") return backChannel(request, response);
  return home(request, response);
}

createServer((request, response) => {
  // Une réponse qui ne va pas (state, signature, nonce…) s’arrête ici : personne n’est connecté.
  answer(request, response).catch(() =>
    page(response, "<p>La connexion n’a pas abouti. <a href='/'>Recommencer</a></p>", 400),
  );
}).listen(Number(BASE_URL.port || 80), BASE_URL.hostname);
