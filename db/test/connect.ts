import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { NextApiRequest, NextApiResponse } from "next";
import type { InteractionResults } from "oidc-provider";
import { pool } from "@/db/client";
import { accounts } from "@/db/schema";
import { system } from "@/lib/auth/actor";
import { registerClient } from "@/lib/connect/commands/register-client";
import type { Authentication, ClientSettings, Scope } from "@/lib/connect/model";
import type { getProvider } from "@/lib/connect/provider/instance";
import { giveConsent } from "@/lib/consents/commands/decide";
import { publishNotice } from "@/lib/consents/commands/publish-notice";
import type { Notice } from "@/lib/consents/model";
import { only } from "./factories";

type Provider = Awaited<ReturnType<typeof getProvider>>;

export const TEST_NOTICE: Notice = {
  service: "Service de test",
  provider: "Métropole de Lyon",
  controller: "Métropole de Lyon",
  purpose: "essayer",
  months: 12,
  refusal: "Rien ne change.",
  items: [
    { id: "identity", label: "Nom et prénom", claims: ["name", "given_name"], required: true },
    { id: "phone", label: "Téléphone", claims: ["phone_number"], required: false },
  ],
};

export async function createAccount(email = `${crypto.randomUUID()}@test.example`) {
  const at = new Date("2026-01-01T00:00:00Z");
  const row = {
    email,
    emailVerifiedAt: at,
    termsAcceptedAt: at,
    passwordChangedAt: at,
    givenName: "Samira",
    familyName: "Benali",
    phone: "+33639980001",
    birthdate: "1988-04-17",
  };
  return only(await pool.insert(accounts).values(row).returning());
}

export const SECRET = "secret-of-a-test-client";

const hasSecret = ({ authentication = "client_secret_basic" }: Partial<ClientSettings>) =>
  authentication.startsWith("client_secret");
const SCOPES: readonly Scope[] = ["openid", "profile", "phone"];

type Registration = Partial<ClientSettings> & { sector?: string; notice?: Notice };

export async function createClient(
  id: string,
  { sector = id, notice = TEST_NOTICE, ...settings }: Registration = {},
) {
  const redirectUri = `https://${id}.example/retour`;
  await registerClient(system("test"), {
    id,
    name: id,
    sector,
    secret: hasSecret(settings) ? SECRET : null,
    settings: {
      redirectUris: [redirectUri],
      postLogoutRedirectUris: [`https://${id}.example/`],
      backchannelLogoutUri: `https://${id}.example/logout`,
      scopes: SCOPES,
      alg: "ES256",
      ...settings,
    },
  });
  await publishNotice(system("test"), id, notice);
  return { id, redirectUri };
}

export type TestClient = Awaited<ReturnType<typeof createClient>>;

/** The provider behind its real mount, on a port of its own; `CONNECT_URL` must not have been read before. */
export async function startConnect() {
  const server = createServer((req, res) => handle(req as NextApiRequest, res as NextApiResponse));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.CONNECT_URL = origin;
  const { default: handle } = await import("@/pages/api/oidc/[[...path]]");
  return { origin, stop: () => server.close() };
}

/** As much of a browser as a sign-in needs: cookies, and redirects followed by hand. */
export class Browser {
  private readonly jar = new Map<string, string>();

  constructor(readonly origin: string) {}

  get(path: string) {
    return this.send(path);
  }

  post(path: string, form: Record<string, string>) {
    return this.send(path, { method: "POST", body: new URLSearchParams(form) });
  }

  private async send(path: string, init: RequestInit = {}) {
    const response = await fetch(new URL(path, this.origin), {
      ...init,
      redirect: "manual",
      headers: {
        cookie: [...this.jar].map(([k, v]) => `${k}=${v}`).join("; "),
        accept: "text/html",
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";", 1)[0]?.split(/=(.*)/s) ?? [];
      if (value) this.jar.set(name, value);
      else this.jar.delete(name);
    }
    const { status } = response;
    return {
      status,
      location: response.headers.get("location") ?? "",
      text: () => response.text(),
    };
  }
}

const challenge = (verifier: string) => createHash("sha256").update(verifier).digest("base64url");

export function authorizationOf(client: TestClient, extra: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    client_id: client.id,
    response_type: "code",
    scope: SCOPES.join(" "),
    redirect_uri: client.redirectUri,
    state: "test-state-0123456789",
    nonce: randomBytes(16).toString("hex"),
    code_challenge: challenge(verifier),
    code_challenge_method: "S256",
    ...extra,
  });
  return { verifier, path: `/oidc/auth?${query}` };
}

export type Person = {
  accountId: string;
  isShared?: boolean;
  ticked?: string[];
  scope?: string;
  /** How they were authenticated. */
  by?: Authentication;
  /** The mandate they choose where Connect asks in whose name they come; their own name otherwise. */
  mandate?: string;
};

const signedInBy = ({ by }: Person) => by && { amr: by.amr, ...(by.acr ? { acr: by.acr } : {}) };

/** Answers each page that Connect shows on the way, as the route handlers do; stops outside Connect. */
export async function follow(
  browser: Browser,
  provider: Provider,
  client: TestClient,
  path: string,
  who: Person,
) {
  const prompts: string[] = [];
  let { location } = await browser.get(path);
  while (location.startsWith("/interaction/")) {
    const interaction = await provider.Interaction.find(location.split("/").at(-1) ?? "");
    if (!interaction) throw new Error(`no interaction at ${location}`);
    prompts.push(interaction.prompt.name);
    const { accountId, ticked = [], isShared = false } = who;
    if (interaction.prompt.name === "consent")
      await giveConsent(system("test"), {
        accountId,
        clientId: client.id,
        place: "consent-page",
        ticked,
      });
    const answers: Record<string, InteractionResults> = {
      consent: { consent: {} },
      mandate: { mandate: { id: who.mandate ?? null } },
    };
    const login = {
      login: { accountId, remember: !isShared, ...signedInBy(who) },
      ...(interaction.prompt.reasons.includes("level") ? { level: "asked" } : {}),
    };
    const answer = answers[interaction.prompt.name] ?? login;
    interaction.result = { ...interaction.lastSubmission, ...answer };
    await interaction.save(600);
    ({ location } = await browser.get(interaction.returnTo));
  }
  return { prompts, url: new URL(location) };
}

export async function signIn(
  browser: Browser,
  provider: Provider,
  client: TestClient,
  who: Person,
) {
  const { verifier, path } = authorizationOf(client, who.scope ? { scope: who.scope } : {});
  const { prompts, url } = await follow(browser, provider, client, path, who);
  return { prompts, verifier, code: url.searchParams.get("code") ?? "" };
}

const basic = ({ id }: TestClient) => `Basic ${Buffer.from(`${id}:${SECRET}`).toString("base64")}`;

async function token(origin: string, client: TestClient, form: Record<string, string>) {
  const response = await fetch(`${origin}/oidc/token`, {
    method: "POST",
    headers: { authorization: basic(client), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

export const redeem = (
  origin: string,
  client: TestClient,
  { code, verifier }: { code: string; verifier: string },
) =>
  token(origin, client, {
    grant_type: "authorization_code",
    code,
    code_verifier: verifier,
    redirect_uri: client.redirectUri,
  });

export const refresh = (origin: string, client: TestClient, refreshToken = "") =>
  token(origin, client, { grant_type: "refresh_token", refresh_token: refreshToken });

export async function userinfo(origin: string, accessToken = "") {
  const response = await fetch(`${origin}/oidc/userinfo`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
