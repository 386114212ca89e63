import "server-only";
import type { AdapterPayload } from "oidc-provider";
import { deriveSecret, unseal } from "@/lib/auth/secrets";
import { env } from "@/lib/env";
import { findClient } from "../queries";

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

const authentication = (secret: string | null) =>
  secret === null
    ? { token_endpoint_auth_method: "none" as const }
    : {
        token_endpoint_auth_method: "client_secret_basic" as const,
        client_secret: unseal("client-secret", secret),
      };

/** A client as the protocol describes it (RFC 7591), or null if there is none, or it is disabled. */
export async function findClientMetadata(id: string): Promise<AdapterPayload | null> {
  const client = await findClient(id);
  if (!client) return null;
  const { settings } = client;
  return {
    client_id: id,
    client_name: client.name,
    application_type: "web",
    subject_type: "pairwise",
    redirect_uris: settings.redirectUris.map(resolveAddress),
    post_logout_redirect_uris: settings.postLogoutRedirectUris.map(resolveAddress),
    scope: settings.scopes.join(" "),
    id_token_signed_response_alg: settings.alg,
    ...(settings.backchannelLogoutUri
      ? {
          backchannel_logout_uri: resolveAddress(settings.backchannelLogoutUri),
          backchannel_logout_session_required: true,
        }
      : {}),
    response_types: ["code" as const],
    grant_types: ["authorization_code", "refresh_token"],
    ...authentication(client.secret),
    sector: client.sector,
  };
}
