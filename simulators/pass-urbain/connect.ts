import { createRemoteJWKSet, jwtVerify } from "jose";
import * as oidc from "openid-client";

// A partner of its own: it knows Connect by its public address and standard documents, and nothing else of this project.
export const CONNECT_URL = new URL(process.env.CONNECT_URL ?? "http://localhost:3000").origin;
const CLIENT_ID = process.env.PASS_URBAIN_CLIENT_ID ?? "pass-urbain";
const CLIENT_SECRET = process.env.PASS_URBAIN_CLIENT_SECRET ?? "pass-urbain-demonstration";
const SCOPE = "openid profile email phone address";
const LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

export const OWN_URL = new URL(process.env.PASS_URBAIN_URL ?? "http://127.0.0.1:3001").origin;
export const ACCOUNT_NAME = process.env.ACCOUNT_NAME ?? "GrandLyon Connect";
const callback = `${OWN_URL}/retour`;

let discovered: Promise<oidc.Configuration> | undefined;
let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
const obeyed = new Set<string>();

function configuration() {
  const issuer = new URL(CONNECT_URL);
  // Without it the library trusts the connection, and looks at no signature.
  const checks = [oidc.enableNonRepudiationChecks];
  const execute = issuer.protocol === "http:" ? [...checks, oidc.allowInsecureRequests] : checks;
  discovered ??= oidc
    .discovery(issuer, CLIENT_ID, undefined, oidc.ClientSecretBasic(CLIENT_SECRET), { execute })
    .catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
  return discovered;
}

/** What must come back with the answer for it to be ours. */
export type Attempt = { verifier: string; state: string; nonce: string };

export async function startSignIn() {
  const attempt: Attempt = {
    verifier: oidc.randomPKCECodeVerifier(),
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
  };
  const url = oidc.buildAuthorizationUrl(await configuration(), {
    redirect_uri: callback,
    scope: SCOPE,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: "S256",
  });
  return { attempt, url: url.href };
}

export type Data = Record<string, unknown>;
export type Tokens = { access: string; refresh: string; id: string; sub: string; sid: string };

export async function finishSignIn(
  path: string,
  { verifier, state, nonce }: Attempt,
): Promise<Tokens> {
  const answer = await oidc.authorizationCodeGrant(await configuration(), new URL(path, OWN_URL), {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const claims = answer.claims();
  return {
    access: answer.access_token,
    refresh: answer.refresh_token ?? "",
    id: answer.id_token ?? "",
    sub: claims?.sub ?? "",
    sid: String(claims?.sid ?? ""),
  };
}

/** The data as Connect gives them now, with the tokens to keep; null once the agreement or the session is over. */
export async function readData(tokens: Tokens): Promise<{ data: Data; tokens: Tokens } | null> {
  const config = await configuration();
  const read = async (current: Tokens) => ({
    data: await oidc.fetchUserInfo(config, current.access, current.sub),
    tokens: current,
  });
  try {
    return await read(tokens);
  } catch (error) {
    if (!(error instanceof oidc.WWWAuthenticateChallengeError)) throw error;
  }
  try {
    const fresh = await oidc.refreshTokenGrant(config, tokens.refresh);
    const { access_token: access, refresh_token: refresh = tokens.refresh } = fresh;
    return await read({ ...tokens, access, refresh });
  } catch (error) {
    const isOver =
      error instanceof oidc.ResponseBodyError ||
      error instanceof oidc.WWWAuthenticateChallengeError;
    if (isOver) return null;
    throw error;
  }
}

export async function signOutUrl(idToken: string) {
  return oidc.buildEndSessionUrl(await configuration(), {
    id_token_hint: idToken,
    post_logout_redirect_uri: `${OWN_URL}/`,
    state: oidc.randomState(),
  }).href;
}

/** The session that Connect says is over, or null when the message is not Connect's, or was already obeyed. */
export async function readLogoutToken(token: string) {
  const { issuer, jwks_uri = "" } = (await configuration()).serverMetadata();
  keys ??= createRemoteJWKSet(new URL(jwks_uri));
  const checked = await jwtVerify(token, keys, {
    issuer,
    audience: CLIENT_ID,
    algorithms: ["RS256"],
    typ: "logout+jwt",
    maxTokenAge: "5 minutes",
    requiredClaims: ["jti", "iat", "events", "sid"],
  }).catch(() => null);
  if (!checked) return null;
  const { jti = "", events, nonce, sid } = checked.payload;
  const isLogout = typeof events === "object" && events !== null && LOGOUT_EVENT in events;
  if (!isLogout || nonce !== undefined || obeyed.has(jti)) return null;
  obeyed.add(jti);
  return { sid: String(sid) };
}
