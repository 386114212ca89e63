import "server-only";
import type { JWK } from "jose";
import type { Client, Configuration, KoaContextWithOIDC } from "oidc-provider";
import { cookieNames } from "@/lib/auth/connect-cookies";
import { deriveSecret } from "@/lib/auth/secrets";
import { env } from "@/lib/env";
import { fetchOutside } from "@/lib/integrations/outbound";
import {
  ACR_VALUES,
  SCOPE_CLAIMS,
  SCOPES,
  SESSION_HOURS,
  SHARED_SESSION_MINUTES,
  SIGNING_ALGORITHMS,
} from "../model";
import { extraTokenClaims, subjectOf } from "./acting";
import { adapterFor } from "./adapter";
import { findOidcAccount } from "./claims";
import { renderError } from "./errors";
import { features } from "./features";
import { loadGrant } from "./grants";
import { PROOF_ALGORITHMS } from "./proof";
import { ROUTES } from "./routes";
import { signInPolicy } from "./sign-in-policy";

const HOUR = 3600;

const sessionSeconds = (_: unknown, session: { transient?: boolean | undefined }) =>
  session.transient ? SHARED_SESSION_MINUTES * 60 : SESSION_HOURS * HOUR;

/** A browser calls us from the pages of a client that keeps no secret, and reads userinfo from any client's. */
const clientBasedCORS = (ctx: KoaContextWithOIDC, origin: string, client: Client) =>
  (ctx.oidc.route === "userinfo" || client.tokenEndpointAuthMethod === "none") &&
  (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin);

const OUR_METADATA = [
  "sector",
  "previous_secret",
  "resources",
  "pkce_optional",
  "environment",
  "organisation_id",
] as const;

/** OpenID Connect as Connect offers it: authorization code with PKCE, pairwise subjects, opaque tokens. */
export const configurationWith = (keys: JWK[]): Configuration => ({
  adapter: adapterFor,
  jwks: { keys } as NonNullable<Configuration["jwks"]>,
  routes: ROUTES,
  scopes: [...SCOPES],
  claims: Object.fromEntries(SCOPES.map((scope) => [scope, [...SCOPE_CLAIMS[scope]]])),
  cookies: {
    keys: [deriveSecret("connect-cookies")],
    names: cookieNames(),
    long: { httpOnly: true, sameSite: "lax", path: "/" },
    short: { httpOnly: true, sameSite: "lax" },
  },
  features: features(),
  responseTypes: ["code"],
  subjectTypes: ["pairwise"],
  pairwiseIdentifier: subjectOf,
  extraClientMetadata: { properties: [...OUR_METADATA] },
  sectorIdentifierUriValidate: () => false,
  clientAuthMethods: ["client_secret_basic", "client_secret_post", "private_key_jwt", "none"],
  enabledJWA: {
    idTokenSigningAlgValues: [...SIGNING_ALGORITHMS],
    userinfoSigningAlgValues: [...SIGNING_ALGORITHMS],
    introspectionSigningAlgValues: [...SIGNING_ALGORITHMS],
    clientAuthSigningAlgValues: ["ES256", "RS256", "PS256", "EdDSA"],
    dPoPSigningAlgValues: [...PROOF_ALGORITHMS],
  },
  acrValues: [...ACR_VALUES],
  discovery: {
    claim_types_supported: ["normal"],
    claims_locales_supported: ["fr-FR"],
    display_values_supported: ["page"],
    service_documentation: new URL("/kit", env().CONNECT_URL).href,
    ui_locales_supported: ["fr-FR"],
  },
  clientBasedCORS,
  fetch: fetchOutside,
  pkce: {
    required: (_ctx, client) =>
      client.pkce_optional !== true || client.tokenEndpointAuthMethod === "none",
  },
  ttl: {
    AccessToken: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? HOUR / 2,
    AuthorizationCode: 60,
    ClientCredentials: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? HOUR / 6,
    IdToken: HOUR,
    Interaction: HOUR,
    RefreshToken: SESSION_HOURS * HOUR,
    Session: sessionSeconds,
    Grant: SESSION_HOURS * HOUR,
  },
  issueRefreshToken: (_ctx, client) => client.grantTypeAllowed("refresh_token"),
  expiresWithSession: () => true,
  rotateRefreshToken: true,
  extraParams: ["mandate"],
  extraTokenClaims,
  findAccount: (_ctx, id, token) => findOidcAccount(id, token),
  loadExistingGrant: loadGrant,
  interactions: {
    policy: signInPolicy(),
    url: (_ctx, interaction) => `/interaction/${interaction.uid}`,
  },
  renderError,
});
