import "server-only";
import type { JWK } from "jose";
import type { Configuration, KoaContextWithOIDC } from "oidc-provider";
import { cookieNames } from "@/lib/auth/connect-cookies";
import { deriveSecret } from "@/lib/auth/secrets";
import { SCOPE_CLAIMS, SCOPES, SESSION_HOURS, SHARED_SESSION_MINUTES } from "../model";
import { adapterFor } from "./adapter";
import { findOidcAccount } from "./claims";
import { loadGrant } from "./grants";
import { signInPolicy } from "./sign-in-policy";
import { subjectFor } from "./subjects";

const HOUR = 3600;

const ROUTES = {
  authorization: "/oidc/auth",
  end_session: "/oidc/session/end",
  introspection: "/oidc/token/introspection",
  jwks: "/oidc/jwks",
  revocation: "/oidc/token/revocation",
  token: "/oidc/token",
  userinfo: "/oidc/userinfo",
};

const sessionSeconds = (_: unknown, session: { transient?: boolean | undefined }) =>
  session.transient ? SHARED_SESSION_MINUTES * 60 : SESSION_HOURS * HOUR;

/** A person is shown a page in French; a program keeps its JSON. */
function renderError(ctx: KoaContextWithOIDC, { error }: { error: string }) {
  ctx.status = 303;
  ctx.redirect(`/interaction/erreur?code=${encodeURIComponent(error)}`);
}

async function logoutSource(ctx: KoaContextWithOIDC) {
  const client = ctx.oidc.client?.clientId;
  ctx.status = 303;
  ctx.redirect(client ? `/deconnexion/${encodeURIComponent(client)}` : "/deconnexion");
}

async function postLogoutSuccessSource(ctx: KoaContextWithOIDC) {
  ctx.status = 303;
  ctx.redirect("/deconnexion/terminee");
}

const sectorOf = (client: { [key: string]: unknown; clientId: string }) =>
  typeof client.sector === "string" ? client.sector : client.clientId;

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
  features: {
    backchannelLogout: { enabled: true },
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    introspection: {
      enabled: true,
      allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
    },
    pushedAuthorizationRequests: { enabled: false },
    resourceIndicators: { enabled: false },
    revocation: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
  },
  responseTypes: ["code"],
  subjectTypes: ["pairwise"],
  pairwiseIdentifier: (_ctx, accountId, client) => subjectFor(accountId, sectorOf(client)),
  extraClientMetadata: { properties: ["sector", "previous_secret", "resources"] },
  sectorIdentifierUriValidate: () => false,
  clientAuthMethods: ["client_secret_basic", "client_secret_post", "private_key_jwt", "none"],
  enabledJWA: { idTokenSigningAlgValues: ["ES256", "RS256"] },
  pkce: { required: () => true },
  ttl: {
    AccessToken: HOUR / 2,
    AuthorizationCode: 60,
    IdToken: HOUR,
    Interaction: HOUR,
    RefreshToken: SESSION_HOURS * HOUR,
    Session: sessionSeconds,
    Grant: SESSION_HOURS * HOUR,
  },
  issueRefreshToken: (_ctx, client) => client.grantTypeAllowed("refresh_token"),
  expiresWithSession: () => true,
  rotateRefreshToken: true,
  findAccount: (_ctx, id, token) => findOidcAccount(id, token),
  loadExistingGrant: loadGrant,
  interactions: {
    policy: signInPolicy(),
    url: (_ctx, interaction) => `/interaction/${interaction.uid}`,
  },
  renderError,
});
