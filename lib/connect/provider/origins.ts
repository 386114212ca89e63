import "server-only";
import { findClient, findInteractionClient } from "../queries";
import { resolveAddress } from "./clients";

async function originsOf(clientId: string) {
  const client = await findClient(clientId);
  const { redirectUris = [], postLogoutRedirectUris = [] } = client?.settings ?? {};
  const uris = [...redirectUris, ...postLogoutRedirectUris].map(resolveAddress);
  return [...new Set(uris.filter((uri) => URL.canParse(uri)).map((uri) => new URL(uri).origin))];
}

/**
 * Where the forms of a Connect page lead in the end: the service of that sign-in or sign-out, and no other.
 * For the CSP's form-action, which browsers check along redirects.
 */
export async function formOrigins(path: string): Promise<string[]> {
  const [, page, name] = /^\/(interaction|deconnexion)\/([\w.~-]{1,100})/.exec(path) ?? [];
  if (!page || !name) return [];
  const clientId = page === "deconnexion" ? name : await findInteractionClient(name);
  return clientId ? originsOf(clientId) : [];
}
