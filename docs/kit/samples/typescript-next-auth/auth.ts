// npm install next-auth@4 jose — ce fichier : src/auth.ts
import { createRemoteJWKSet, jwtVerify } from "jose";
import type { NextAuthOptions } from "next-auth";

const { CONNECT_ISSUER = "", CONNECT_CLIENT_ID = "", CONNECT_CLIENT_SECRET = "" } = process.env;
const LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

/** Sessions que Connect a dites finies ; en vrai, dans votre base. */
const ended = new Set<string>();

export const authOptions: NextAuthOptions = {
  providers: [
    {
      id: "connect",
      name: "GrandLyon Connect",
      type: "oauth",
      wellKnown: `${CONNECT_ISSUER}/.well-known/openid-configuration`,
      clientId: CONNECT_CLIENT_ID,
      clientSecret: CONNECT_CLIENT_SECRET,
      // next-auth n’envoie que state si on ne le demande pas.
      checks: ["pkce", "state", "nonce"],
      idToken: true,
      client: { id_token_signed_response_alg: "ES256" },
      authorization: { params: { scope: "openid profile" } },
      // Le jeton d’identité dit qui ; les données sont dans userinfo.
      userinfo: {
        request: ({ client, tokens }) => client.userinfo(tokens.access_token ?? ""),
      },
      profile: (data) => ({ id: data.sub, name: data.name }),
    },
  ],
  // Un refus de partage revient ici avec ?error=… : dites quoi faire sans compte.
  pages: { error: "/connexion-impossible" },
  callbacks: {
    async jwt({ token, account }) {
      if (account?.id_token) {
        const [, payload = ""] = account.id_token.split(".");
        const { sid } = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
        return { ...token, sid };
      }
      if (ended.has(String(token.sid))) throw new Error("signed out elsewhere");
      return token;
    },
  },
};

/** Route POST /api/deconnexion-annoncee : l’adresse backchannel_logout_uri de votre service. */
export async function backChannelLogout(request: Request) {
  const token = new URLSearchParams(await request.text()).get("logout_token") ?? "";
  const discovery = await fetch(`${CONNECT_ISSUER}/.well-known/openid-configuration`);
  const { issuer, jwks_uri } = (await discovery.json()) as { issuer: string; jwks_uri: string };
  try {
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), {
      issuer,
      audience: CONNECT_CLIENT_ID,
      typ: "logout+jwt",
      requiredClaims: ["sid", "events"],
    });
    if (payload.nonce || !(LOGOUT_EVENT in (payload.events as object))) throw new Error();
    ended.add(String(payload.sid));
    return new Response(null, { status: 200, headers: { "cache-control": "no-store" } });
  } catch {
    return Response.json({ error: "invalid_request" }, { status: 400 });
  }
}
