import "server-only";
import { type Configuration, errors, type KoaContextWithOIDC } from "oidc-provider";
import { deriveSecret } from "@/lib/auth/secrets";
import { mayIntrospect, mayRevoke, resourceFor } from "./resources";

async function logoutSource(ctx: KoaContextWithOIDC) {
  const client = ctx.oidc.client?.clientId;
  ctx.status = 303;
  ctx.redirect(client ? `/deconnexion/${encodeURIComponent(client)}` : "/deconnexion");
}

async function postLogoutSuccessSource(ctx: KoaContextWithOIDC) {
  ctx.status = 303;
  ctx.redirect("/deconnexion/terminee");
}

/** What the library can do and Connect offers; lib/connect/README.md says why. */
export const features = (): NonNullable<Configuration["features"]> => ({
  backchannelLogout: { enabled: true },
  claimsParameter: { enabled: true },
  clientCredentials: { enabled: true },
  devInteractions: { enabled: false },
  dPoP: {
    enabled: true,
    nonceSecret: Buffer.from(deriveSecret("dpop-nonces"), "base64url"),
    // RFC 9449 §8: where tokens are given, no proof can be made in advance.
    requireNonce: (ctx) => ctx.oidc.route === "token",
  },
  introspection: { enabled: true, allowedPolicy: mayIntrospect },
  jwtIntrospection: { enabled: true },
  jwtUserinfo: { enabled: true },
  pushedAuthorizationRequests: { enabled: true },
  resourceIndicators: {
    enabled: true,
    getResourceServerInfo: async (_ctx, uri, client) => {
      const resource = await resourceFor(client, uri);
      if (!resource) throw new errors.InvalidTarget("resource indicator is unknown to this client");
      return resource;
    },
  },
  revocation: { enabled: true, allowedPolicy: mayRevoke },
  rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
});
