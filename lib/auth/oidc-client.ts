import "server-only";
import * as oidc from "openid-client";
import { PORTAL_CLIENT, portalSecret } from "@/lib/connect/provider/clients";
import { env } from "@/lib/env";

let discovered: Promise<oidc.Configuration> | undefined;

/** The portal as a client of Connect, from Connect's public discovery document. */
export function connectClient(): Promise<oidc.Configuration> {
  const issuer = new URL(env().CONNECT_URL);
  const overHttp = issuer.protocol === "http:" ? { execute: [oidc.allowInsecureRequests] } : {};
  discovered ??= oidc
    .discovery(issuer, PORTAL_CLIENT, undefined, oidc.ClientSecretBasic(portalSecret()), overHttp)
    .catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
  return discovered;
}

/** Where to send the browser so that Connect signs the person out everywhere. */
export async function endSessionUrl(idToken: string, state: string) {
  return oidc.buildEndSessionUrl(await connectClient(), {
    id_token_hint: idToken,
    post_logout_redirect_uri: `${new URL(env().PORTAL_URL).origin}/se-deconnecter`,
    state,
  });
}
