import "server-only";
import { LRUCache } from "lru-cache";
import type { AdapterPayload } from "oidc-provider";
import { deriveSecret, unseal } from "@/lib/auth/secrets";
import { env } from "@/lib/env";
import type { ClientSettings } from "../model";
import type { RegisteredClient } from "../queries";
import { findClientNow } from "../queries/tokens";

export const PORTAL_CLIENT = "portal";

export const portalSecret = () => deriveSecret("client:portal");

/** Replaces the name of one of our own programs by its address here. */
export function resolveAddress(address: string) {
  const { PORTAL_URL, CONNECT_URL, PASS_URBAIN_URL } = env();
  const origins: Record<string, string> = { PORTAL_URL, CONNECT_URL, PASS_URBAIN_URL };
  return address.replace(/^\$([A-Z_]+)/, (whole, name: string) =>
    origins[name] === undefined ? whole : new URL(origins[name]).origin,
  );
}

const present = <T extends Record<string, unknown>>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function authentication({ secret, settings, ...client }: RegisteredClient) {
  const { authentication = secret === null ? "none" : "client_secret_basic", jwks } = settings;
  const method = { token_endpoint_auth_method: authentication };
  if (authentication === "private_key_jwt")
    return { ...method, ...present({ jwks, jwks_uri: settings.jwksUri }) };
  if (authentication === "none" || secret === null) return method;
  const { previousSecret, previousSecretExpiresAt: until } = client;
  return {
    ...method,
    client_secret: unseal("client-secret", secret),
    ...(previousSecret && until && until > new Date()
      ? { previous_secret: unseal("client-secret", previousSecret) }
      : {}),
  };
}

function logout({ postLogoutRedirectUris, ...settings }: ClientSettings) {
  const uris = { post_logout_redirect_uris: postLogoutRedirectUris.map(resolveAddress) };
  if (!settings.backchannelLogoutUri) return uris;
  return {
    ...uris,
    backchannel_logout_uri: resolveAddress(settings.backchannelLogoutUri),
    backchannel_logout_session_required: settings.backchannelLogoutSessionRequired ?? true,
  };
}

/** What the service says of itself. */
const description = (settings: ClientSettings) =>
  present({
    client_uri: settings.homepage,
    logo_uri: settings.logo,
    policy_uri: settings.policyUri,
    tos_uri: settings.termsUri,
    contacts: settings.contacts,
  });

/** The library asks for one when redirect addresses are on several hosts; our sectors are the column of that name. */
const sectorUri = (sector: string, redirectUris: readonly string[]) =>
  new Set(redirectUris.map((uri) => new URL(uri).host)).size > 1
    ? { sector_identifier_uri: `https://sectors.invalid/${encodeURIComponent(sector)}` }
    : {};

function written(client: RegisteredClient): AdapterPayload {
  const { settings, sector } = client;
  const redirectUris = settings.redirectUris.map(resolveAddress);
  const grantTypes = settings.grantTypes ?? ["authorization_code", "refresh_token"];
  return {
    client_id: client.id,
    client_name: client.name,
    application_type: "web",
    subject_type: "pairwise",
    redirect_uris: redirectUris,
    scope: settings.scopes.join(" "),
    id_token_signed_response_alg: settings.alg,
    ...present({
      userinfo_signed_response_alg: settings.userinfoAlg,
      introspection_signed_response_alg: settings.introspectionAlg,
      dpop_bound_access_tokens: settings.isDpopBound,
      require_pushed_authorization_requests: settings.requiresPar,
    }),
    response_types: grantTypes.includes("authorization_code") ? ["code" as const] : [],
    grant_types: [...grantTypes],
    ...logout(settings),
    ...authentication(client),
    ...description(settings),
    ...sectorUri(sector, redirectUris),
    sector,
    environment: client.environment,
    ...present({ organisation_id: client.organisationId ?? undefined }),
    resources: [...(settings.resources ?? [])],
    pkce_optional: settings.isPkceOptional ?? false,
  };
}

const described = new LRUCache<string, AdapterPayload>({ max: 500, ttl: 60_000 });

/** A client as the protocol describes it (RFC 7591); made again when anything in its row, or its secrets, changed. */
export function metadataOf(client: RegisteredClient): AdapterPayload {
  const { previousSecretExpiresAt: until } = client;
  const key = JSON.stringify([client, until !== null && until > new Date()]);
  const known = described.get(key);
  if (known) return known;
  const metadata = written(client);
  described.set(key, metadata);
  return metadata;
}

/** Null if there is none, or it is suspended. */
export async function findClientMetadata(id: string): Promise<AdapterPayload | null> {
  const client = await findClientNow(id);
  return client && metadataOf(client);
}
