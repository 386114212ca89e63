import "server-only";
import type { Client, KoaContextWithOIDC, ResourceServer } from "oidc-provider";
import { findResource } from "../queries/resources";
import { consentBehind } from "./claims";

const MINUTES = 60;

/** The APIs a client may ask tokens for, as its registration lists them. */
export const resourcesOf = ({ resources }: Client) =>
  Array.isArray(resources) ? resources.filter((uri) => typeof uri === "string") : [];

/** An API that this client may ask tokens for (RFC 8707), or null. Its tokens are opaque: it introspects them. */
export async function resourceFor(client: Client, uri: string): Promise<ResourceServer | null> {
  const resource = resourcesOf(client).includes(uri) ? await findResource(uri) : null;
  if (!resource) return null;
  const { scopes } = resource;
  return {
    scope: scopes.join(" "),
    audience: uri,
    accessTokenFormat: "opaque",
    accessTokenTTL: 10 * MINUTES,
  };
}

type Token = {
  clientId?: string | undefined;
  grantId?: string | undefined;
  accountId?: string | undefined;
  aud?: string | readonly string[] | undefined;
};

async function serves({ clientId }: Client, { aud }: Token) {
  const resource = typeof aud === "string" ? await findResource(aud) : null;
  return resource?.clientId === clientId;
}

/**
 * A client introspects its own tokens, and an API those meant for it. A token whose agreement is withdrawn, replaced
 * or over is not active any more.
 */
export async function mayIntrospect(_: KoaContextWithOIDC, client: Client, token: Token) {
  const isConcerned = token.clientId === client.clientId || (await serves(client, token));
  if (!isConcerned) return false;
  return !token.accountId || (await consentBehind(token.accountId, token)) !== null;
}

/** RFC 7009 §2.1: one's own tokens only. */
export const mayRevoke = (_: KoaContextWithOIDC, client: Client, token: Token) =>
  token.clientId === client.clientId;
