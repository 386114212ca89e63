import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach } from "vitest";
import { createFranceConnect } from "./server";

export const REDIRECT = "http://service.example/retour";
const SECRET = "s".repeat(40);

/** Where the service is sent once signed out. */
export const AFTER = "http://service.example/sortie";

let server: Server;
let now: number;

export const issuer = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`;

/** Milliseconds pass. */
export const pass = (time: number) => {
  now += time;
};

/** A new FranceConnect before each test of a file, with one service. */
export function beforeEachFranceConnect() {
  beforeEach(async () => {
    now = Date.now();
    server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const client = { id: "service", name: "Service", secret: SECRET, redirectUris: [REDIRECT] };
    const clients = [{ ...client, postLogoutRedirectUris: [AFTER] }];
    server.on("request", await createFranceConnect({ issuer: issuer(), clients, now: () => now }));
  });
  afterEach(() => server.close());
}

export const RIGHT: Record<string, string> = {
  client_id: "service",
  acr_values: "eidas1",
  response_type: "code",
  nonce: "n".repeat(43),
  state: "s".repeat(43),
  redirect_uri: REDIRECT,
  scope: "openid identite_pivot email preferred_username",
};

export const get = (path: string, query: Record<string, string>, headers = {}) =>
  fetch(`${issuer()}${path}?${new URLSearchParams(query)}`, { redirect: "manual", headers });

export const locationOf = (response: Response) =>
  new URL(response.headers.get("location") ?? "", new URL(issuer()).origin);

/** From /authorize to the code, as this person. */
export async function codeFor(identity = "4", change: Record<string, string> = {}) {
  const asked = await get("/authorize", { ...RIGHT, ...change });
  const cookie = (asked.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const chosen = await fetch(locationOf(asked), {
    method: "POST",
    redirect: "manual",
    headers: { cookie },
    body: new URLSearchParams({ identity }),
  });
  return { answer: locationOf(chosen), cookie };
}

export const redeem = (code: string, change: Record<string, string> = {}, headers = {}) =>
  fetch(`${issuer()}/token`, {
    method: "POST",
    headers,
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: "service",
      client_secret: SECRET,
      redirect_uri: REDIRECT,
      code,
      ...change,
    }),
  });

export async function tokensFor(identity = "4", change = {}) {
  const { answer, cookie } = await codeFor(identity, change);
  const response = await redeem(answer.searchParams.get("code") ?? "");
  const tokens: Record<string, string> = await response.json();
  return { access: tokens.access_token ?? "", id: tokens.id_token ?? "", tokens, cookie };
}

export const userinfo = (token: string) =>
  fetch(`${issuer()}/userinfo`, { headers: { authorization: `Bearer ${token}` } });
