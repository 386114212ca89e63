import * as oidc from "openid-client";
import type { getProvider } from "@/lib/connect/provider/instance";
import { Browser, follow, type Person, SECRET, type TestClient } from "./connect";

type Provider = Awaited<ReturnType<typeof getProvider>>;

/** A service as its developers write it: openid-client, told of this provider by discovery. */
export const relyingParty = (
  origin: string,
  { id }: { id: string },
  {
    authentication = oidc.ClientSecretBasic(SECRET),
    alg = "ES256",
  }: { authentication?: oidc.ClientAuth; alg?: string } = {},
) =>
  oidc.discovery(new URL(origin), id, { id_token_signed_response_alg: alg }, authentication, {
    execute: [oidc.allowInsecureRequests],
  });

type Asked = Record<string, string>;

/** What the service sends along; PKCE, state and nonce unless `extra` says otherwise. */
export async function requestOf(client: TestClient, extra: Asked = {}) {
  const verifier = oidc.randomPKCECodeVerifier();
  const params: Asked = {
    redirect_uri: client.redirectUri,
    scope: "openid profile phone",
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...extra,
  };
  return { verifier, params };
}

export type Journey = {
  config: oidc.Configuration;
  client: TestClient;
  who: Person;
  provider: Provider;
  browser?: Browser;
};

const pathOf = ({ pathname, search }: URL) => pathname + search;

/** To the provider, through its pages, and back; with `isPushed`, the request goes first by the back door. */
export async function visit(
  { config, client, who, provider, browser }: Journey,
  extra: Asked = {},
  { isPushed = false, dpop }: { isPushed?: boolean; dpop?: oidc.DPoPHandle } = {},
) {
  const { verifier, params } = await requestOf(client, extra);
  const address = isPushed
    ? await oidc.buildAuthorizationUrlWithPAR(config, params, dpop ? { DPoP: dpop } : {})
    : oidc.buildAuthorizationUrl(config, params);
  const visitor = browser ?? new Browser(config.serverMetadata().issuer);
  const { url, prompts } = await follow(visitor, provider, client, pathOf(address), who);
  const checks = {
    pkceCodeVerifier: verifier,
    ...(params.nonce === undefined ? {} : { expectedNonce: params.nonce }),
    ...(params.state === undefined ? {} : { expectedState: params.state }),
  };
  return { url, prompts, checks, address };
}

type Arrived = { url: URL; checks: oidc.AuthorizationCodeGrantChecks };

export const tokensFor = (
  config: oidc.Configuration,
  { url, checks }: Arrived,
  options: { resource?: string; dpop?: oidc.DPoPHandle } = {},
) =>
  oidc.authorizationCodeGrant(
    config,
    url,
    checks,
    options.resource ? { resource: options.resource } : undefined,
    options.dpop ? { DPoP: options.dpop } : undefined,
  );

/** The code of the protocol by which a call was refused, or null. */
export const errorOf = async (run: Promise<unknown>) => {
  try {
    await run;
    return null;
  } catch (error) {
    if (error instanceof oidc.ResponseBodyError) return error.error;
    if (error instanceof oidc.WWWAuthenticateChallengeError)
      return error.cause[0]?.parameters.error ?? "challenge";
    throw error;
  }
};
