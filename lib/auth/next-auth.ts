import "server-only";
import { decodeJwt } from "jose";
import type { Account, AuthOptions } from "next-auth";
import { cookieName, cookieOptions } from "@/lib/auth/cookies";
import {
  type Claims,
  findActor,
  isPortalSessionOpen,
  openPortalSession,
} from "@/lib/auth/portal-session";
import { deriveSecret } from "@/lib/auth/secrets";
import { SESSION_HOURS } from "@/lib/connect/model";
import { PORTAL_CLIENT, portalSecret } from "@/lib/connect/provider/clients";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

const SCOPE = "openid profile email phone address household consents";

const tokensOf = ({ access_token, refresh_token, id_token, expires_at }: Account) => ({
  access: access_token ?? "",
  refresh: refresh_token ?? "",
  id: id_token ?? "",
  expiresAt: (expires_at ?? 0) * 1000,
});

/** The cookie names a row of portal_sessions and holds nothing else: tokens and claims stay on the server. */
async function open(account: Account, claims: Claims) {
  const { sid } = decodeJwt<{ sid?: string }>(account.id_token ?? "");
  const session = await openPortalSession(claims, sid ?? null, tokensOf(account));
  return { sub: claims.sub, sid, session };
}

const connect = (): AuthOptions["providers"][number] => ({
  id: "connect",
  name: env().ACCOUNT_NAME,
  type: "oauth",
  wellKnown: `${new URL(env().CONNECT_URL).origin}/.well-known/openid-configuration`,
  clientId: PORTAL_CLIENT,
  clientSecret: portalSecret(),
  client: { id_token_signed_response_alg: "ES256" },
  idToken: true,
  checks: ["pkce", "state", "nonce"],
  authorization: { params: { scope: SCOPE } },
  // The id token holds no claim about the person (OpenID Connect Core §5.4).
  userinfo: { request: ({ client, tokens }) => client.userinfo(tokens.access_token ?? "") },
  profile: ({ sub }: Claims) => ({ id: sub }),
});

export function authOptions(): AuthOptions {
  process.env.NEXTAUTH_URL = new URL(env().PORTAL_URL).origin;
  return {
    secret: deriveSecret("portal-session"),
    providers: [connect()],
    cookies: { sessionToken: { name: cookieName("session"), options: cookieOptions() } },
    logger: {
      error: (code, why) =>
        log.error({ code, reason: (why instanceof Error ? why : why.error).message }, "next-auth"),
      warn: (code) => log.warn({ code }, "next-auth"),
      debug: () => {},
    },
    session: { strategy: "jwt", maxAge: SESSION_HOURS * 3600 },
    pages: { signIn: "/se-connecter", signOut: "/", error: "/se-connecter/erreur" },
    callbacks: {
      async jwt({ token, account, profile }) {
        if (account && profile) return open(account, profile as Claims);
        const { session } = token;
        if (typeof session === "string" && (await isPortalSessionOpen(session))) return token;
        throw new Error("this session is over");
      },
      /** Says no more of anybody than that somebody acts for them (RFC 8693 §4.1). */
      async session({ session, token }) {
        const actor = typeof token.session === "string" ? await findActor(token.session) : null;
        const act = actor && { sub: actor.id, name: actor.name };
        return { expires: session.expires, ...(act ? { act } : {}) };
      },
    },
  };
}
