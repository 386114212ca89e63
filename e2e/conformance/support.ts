import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import * as oidc from "openid-client";
import { afterAll, beforeEach, expect } from "vitest";
import { pool } from "@/db/client";
import { accounts, oidcKeys } from "@/db/schema";
import {
  Browser,
  createAccount,
  createClient,
  follow,
  SECRET,
  startConnect,
  TEST_NOTICE,
  type TestClient,
} from "@/db/test/connect";

/** The service under the suite's hands: it hears of logouts at this address. */
export const logoutTokens: string[] = [];
const service = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    logoutTokens.push(new URLSearchParams(body).get("logout_token") ?? "");
    response.writeHead(200, { "cache-control": "no-store" }).end();
  });
});
await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", () => resolve()));
process.env.PASS_URBAIN_URL = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;

const connect = await startConnect();
export const { origin } = connect;
const { getProvider } = await import("@/lib/connect/provider/instance");
export const provider = await getProvider();
export const { runJobs } = await import("@/db/test/jobs");
const keys = await pool.select().from(oidcKeys);
afterAll(() => {
  service.close();
  connect.stop();
});

const ITEMS = [
  { id: "identity", claims: ["name", "given_name", "family_name", "birthdate", "gender"] },
  { id: "email", claims: ["email", "email_verified"] },
  { id: "phone", claims: ["phone_number", "phone_number_verified"] },
  { id: "address", claims: ["address"] },
].map((item) => ({ ...item, label: item.id, required: true }));

/** As the suite's own clients: no challenge unless a module sends one, RS256, every scope. */
export const register = (id: string, alg: "RS256" | "ES256" = "RS256") =>
  createClient(id, {
    alg,
    scopes: ["openid", "profile", "email", "phone", "address"],
    isPkceOptional: true,
    backchannelLogoutUri: "$PASS_URBAIN_URL/backchannel_logout",
    notice: { ...TEST_NOTICE, items: ITEMS },
  });

/** What each module starts from: two clients, somebody, and a browser without cookies. */
export const world = {} as {
  client: TestClient;
  second: TestClient;
  accountId: string;
  browser: Browser;
};

beforeEach(async () => {
  logoutTokens.length = 0;
  // Tables are emptied between modules; the provider keeps its keys.
  await pool.insert(oidcKeys).values(keys).onConflictDoNothing();
  await pool.execute(sql`delete from graphile_worker._private_jobs`);
  world.client = await register("conformance");
  world.second = await register("conformance-2");
  world.accountId = (await createAccount()).id;
  world.browser = new Browser(origin);
  const address = { line1: "12 rue de la Marne", postalCode: "69500", commune: "Bron" };
  await pool.update(accounts).set({ gender: "female", address });
});

/** openid-client as the service’s library; it verifies every signature. */
export async function library(
  { id }: TestClient,
  authentication: oidc.ClientAuth = oidc.ClientSecretBasic(SECRET),
) {
  const config = await oidc.discovery(new URL(origin), id, {}, authentication, {
    execute: [oidc.allowInsecureRequests],
  });
  oidc.enableNonRepudiationChecks(config);
  return config;
}

type Params = Record<string, string | undefined>;

/** The parameters of an ordinary request, changed by a module; undefined leaves one out. */
export function requestOf(client: TestClient, changes: Params = {}): Record<string, string> {
  const params: Params = {
    redirect_uri: client.redirectUri,
    scope: "openid",
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    ...changes,
  };
  const sent = Object.entries(params).filter((entry): entry is [string, string] => !!entry[1]);
  return Object.fromEntries(sent);
}

export const addressOf = (config: oidc.Configuration, params: Record<string, string>) => {
  const { pathname, search } = oidc.buildAuthorizationUrl(config, params);
  return pathname + search;
};

type Visit = { client?: TestClient; params?: Params; checks?: oidc.AuthorizationCodeGrantChecks };

/** Sends the browser to sign in and answers whatever is asked on the way; where it comes back, and what was asked. */
export async function authorize({ client = world.client, params, checks }: Visit = {}) {
  const config = await library(client);
  const sent = requestOf(client, params);
  const { accountId, browser } = world;
  const back = await follow(browser, provider, client, addressOf(config, sent), { accountId });
  const expected: oidc.AuthorizationCodeGrantChecks = {
    expectedState: sent.state ?? oidc.skipStateCheck,
    ...(sent.nonce ? { expectedNonce: sent.nonce } : {}),
    idTokenExpected: true,
    ...checks,
  };
  return { config, client, sent, ...back, expected };
}

export type Arrived = Awaited<ReturnType<typeof authorize>>;

/** The whole happy flow: code, tokens, their checks. */
export async function signIn(visit?: Visit) {
  const arrived = await authorize(visit);
  expect(Object.fromEntries(arrived.url.searchParams)).not.toHaveProperty("error");
  const tokens = await oidc.authorizationCodeGrant(arrived.config, arrived.url, arrived.expected);
  const claims = tokens.claims();
  if (!claims) throw new Error("no id token");
  return { ...arrived, tokens, claims };
}

export type SignedIn = Awaited<ReturnType<typeof signIn>>;

export const userinfoOf = ({ config, tokens, claims }: SignedIn) =>
  oidc.fetchUserInfo(config, tokens.access_token, claims.sub);

/** Straight to an address of the provider, answering nothing. */
export const look = async (params: Params, client = world.client) => {
  const address = addressOf(await library(client), requestOf(client, params));
  const { status, location } = await world.browser.get(address);
  return { status, location, url: URL.parse(location) };
};

export const errorOf = async (run: Promise<unknown>) => {
  try {
    await run;
    return null;
  } catch (error) {
    if (error instanceof oidc.ResponseBodyError) return error.error;
    throw error;
  }
};

/** As if this much time had passed since the sign-in. */
export const secondsLater = (seconds: number) =>
  pool.execute(sql`update oidc_artifacts set
    payload = payload
      || case when payload ? 'loginTs' then jsonb_build_object('loginTs', (payload ->> 'loginTs')::int - ${seconds}::int) else '{}' end
      || case when model = 'AuthorizationCode' then jsonb_build_object('iat', (payload ->> 'iat')::int - ${seconds}::int, 'exp', (payload ->> 'exp')::int - ${seconds}::int) else '{}' end,
    consumed_at = consumed_at - ${seconds} * interval '1 second'`);
