import "server-only";
import { randomBytes } from "node:crypto";
import * as oidc from "openid-client";
import * as z from "zod";
import { GENDERS } from "@/lib/accounts/model";
import { ASSURANCE_LEVELS, type CertifiedPerson } from "@/lib/accounts/model/civil-identity";
import { env } from "@/lib/env";
import { parseBirthdate } from "@/lib/format/birthdate";

// FranceConnect v2 is oidc-provider with rules of its own: no PKCE, a closed list of parameters, signed userinfo.
const SCOPE = "openid identite_pivot preferred_username email";
const ACR = "eidas1";
const TIMEOUT_SECONDS = 5;
const RANDOM_BYTES = 32;
const DISCOVERED_MS = 3_600_000;
const SOUNDING_MS = 2_000;
/** Keys younger than this are not fetched again by the library, even for one that it does not know. */
const FRESH_KEYS_SECONDS = 61;

/** Why nobody came back identified; `why` is for our journal and holds nothing about anybody. */
export class FranceConnectFault extends Error {
  override readonly name = "FranceConnectFault";

  constructor(
    readonly kind: "cancelled" | "unreachable" | "refused",
    why: string,
  ) {
    super(why);
  }
}

function settings() {
  const {
    FRANCECONNECT_ISSUER: issuer,
    FRANCECONNECT_CLIENT_ID: clientId,
    FRANCECONNECT_CLIENT_SECRET: secret,
    FRANCECONNECT_ALG: alg,
  } = env();
  return issuer && clientId && secret ? { issuer, clientId, secret, alg } : null;
}

/** Without its variables nothing of FranceConnect is shown. */
export const isFranceConnectOn = () => settings() !== null;

const onConnect = (path: string) => new URL(path, env().CONNECT_URL);
const redirectUri = () => onConnect("/franceconnect/retour").href;
const logoutUri = () => onConnect("/franceconnect/sortie").href;

/** What discovery and each use have in common. */
function registration() {
  const known = settings();
  if (!known) throw new FranceConnectFault("refused", "not configured");
  const { issuer, clientId, secret, alg } = known;
  const overHttp = issuer.startsWith("http:") ? [oidc.allowInsecureRequests] : [];
  return {
    issuer,
    clientId,
    metadata: { id_token_signed_response_alg: alg, userinfo_signed_response_alg: alg },
    authentication: oidc.ClientSecretPost(secret),
    execute: [oidc.enableNonRepudiationChecks, ...overHttp],
  };
}

async function discover(): Promise<oidc.Configuration> {
  const { issuer, clientId, metadata, authentication, execute } = registration();
  const options = { execute, timeout: TIMEOUT_SECONDS };
  return oidc.discovery(new URL(issuer), clientId, metadata, authentication, options);
}

let keys: oidc.ExportedJWKSCache | undefined;

/**
 * For one exchange. The library fetches keys again for one that it does not know, once, unless it has just fetched
 * them: here they are never that young, so that a key changed a moment ago is found.
 */
async function forExchange(): Promise<oidc.Configuration> {
  const known = await client();
  const { clientId, metadata, authentication, execute } = registration();
  const own = new oidc.Configuration(known.serverMetadata(), clientId, metadata, authentication);
  for (const apply of execute) apply(own);
  own.timeout = TIMEOUT_SECONDS;
  if (keys) {
    const oldest = Math.floor(Date.now() / 1000) - FRESH_KEYS_SECONDS;
    oidc.setJwksCache(own, { ...keys, uat: Math.min(keys.uat, oldest) });
  }
  return own;
}

/** Kept with the moment when they were fetched: the library lets go of them after five minutes. */
function keepKeys(configuration: oidc.Configuration) {
  const used = oidc.getJwksCache(configuration);
  const isFetched = used && used.uat > Math.floor(Date.now() / 1000) - FRESH_KEYS_SECONDS;
  if (isFetched) keys = used;
}

let discovered: { at: number; configuration: Promise<oidc.Configuration> } | undefined;

/** Read again every hour, and at once after a fault. */
function client(): Promise<oidc.Configuration> {
  if (!discovered || Date.now() - discovered.at > DISCOVERED_MS)
    discovered = { at: Date.now(), configuration: discover() };
  return discovered.configuration.catch((error: unknown) => {
    discovered = undefined;
    throw new FranceConnectFault("unreachable", `discovery: ${codeOf(error) || "fault"}`);
  });
}

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error ? String(error.code) : "";

/** Only what the protocol says, never a value that was received. */
function asFault(error: unknown): FranceConnectFault {
  if (error instanceof FranceConnectFault) return error;
  if (error instanceof oidc.AuthorizationResponseError)
    return new FranceConnectFault(
      error.error === "access_denied" ? "cancelled" : "refused",
      `authorization: ${error.error}`,
    );
  if (error instanceof oidc.ResponseBodyError)
    return new FranceConnectFault("refused", `answer: ${error.error}`);
  const code = codeOf(error);
  const isSilent = error instanceof TypeError || code === "OAUTH_TIMEOUT" || code === "OAUTH_ABORT";
  return new FranceConnectFault(isSilent ? "unreachable" : "refused", code || "fault");
}

/** For `state` and `nonce`: 43 characters, where 22 are asked. */
export const newRandom = () => randomBytes(RANDOM_BYTES).toString("base64url");

type Sent = {
  state: string;
  nonce: string;
  /** Who they are is asked again, whatever session FranceConnect has. */
  isAskedAgain?: boolean;
};

export async function authorizationUrl({ state, nonce, isAskedAgain = false }: Sent) {
  return oidc.buildAuthorizationUrl(await client(), {
    redirect_uri: redirectUri(),
    scope: SCOPE,
    acr_values: ACR,
    state,
    nonce,
    ...(isAskedAgain && { prompt: "login" }),
  }).href;
}

const level = z.enum(ASSURANCE_LEVELS);

const pivot = z
  .object({
    iss: z.string(),
    aud: z.union([z.string(), z.array(z.string())]),
    exp: z.number(),
    given_name: z.string().trim().min(1),
    given_name_array: z.array(z.string().trim().min(1)).min(1).optional(),
    family_name: z.string().trim().min(1),
    preferred_username: z.string().trim().optional(),
    gender: z.enum(GENDERS),
    birthdate: z.string().refine((date) => parseBirthdate(date) === date),
    birthplace: z.string().regex(/^([0-9][0-9AB][0-9]{3})?$/),
    birthcountry: z.string().regex(/^99[0-9]{3}$/),
    email: z.email().max(254).optional().catch(undefined),
  })
  .transform((claims) => ({
    email: claims.email?.toLowerCase() ?? null,
    civil: {
      givenNames: claims.given_name_array ?? claims.given_name.split(/\s+/),
      familyName: claims.family_name,
      usageName: claims.preferred_username || undefined,
      gender: claims.gender,
      birthdate: claims.birthdate,
      birthplace: claims.birthplace,
      birthcountry: claims.birthcountry,
    },
  }));

/**
 * Exchanges the code of the answer, once, and reads who is there. Checked: state and nonce, the signatures of id token
 * and userinfo, iss, aud, exp, the same sub in both, the level. Throws a `FranceConnectFault`.
 */
export async function identify(
  search: string,
  { state, nonce }: { state: string; nonce: string },
): Promise<CertifiedPerson> {
  const configuration = await forExchange();
  try {
    const answer = await oidc.authorizationCodeGrant(
      configuration,
      new URL(search, redirectUri()),
      { expectedState: state, expectedNonce: nonce, idTokenExpected: true },
    );
    const claimed = answer.claims();
    const reached = level.safeParse(claimed?.acr);
    if (!reached.success) throw new FranceConnectFault("refused", "level missing");
    const subject = claimed?.sub ?? "";
    const claims = await oidc.fetchUserInfo(configuration, answer.access_token, subject);
    const read = pivot.safeParse(claims);
    if (!read.success) {
      const wrong = read.error.issues.map(({ path }) => path.join(".")).join();
      throw new FranceConnectFault("refused", `claims: ${wrong}`);
    }
    keepKeys(configuration);
    const { issuer } = configuration.serverMetadata();
    const idToken = answer.id_token ?? "";
    return { issuer, subject, acr: reached.data, idToken, ...read.data };
  } catch (error) {
    throw asFault(error);
  }
}

/** A browser sent to a server that is away would stay there. */
async function soundOut() {
  const { issuer = "" } = settings() ?? {};
  const signal = AbortSignal.timeout(SOUNDING_MS);
  const answered = await fetch(`${issuer}/.well-known/openid-configuration`, { signal }).catch(
    () => null,
  );
  if (!answered?.ok) throw new FranceConnectFault("unreachable", "sign-out: no answer");
}

/**
 * Where to send the browser so that FranceConnect forgets it: these three parameters and no other. Throws a
 * `FranceConnectFault` when it does not answer just now.
 */
export async function logoutUrl(idToken: string, state: string) {
  await soundOut();
  const { end_session_endpoint: address } = (await client()).serverMetadata();
  if (!address) throw new FranceConnectFault("refused", "no end_session_endpoint");
  const url = new URL(address);
  url.searchParams.set("id_token_hint", idToken);
  url.searchParams.set("state", state);
  url.searchParams.set("post_logout_redirect_uri", logoutUri());
  return url.href;
}
