import "server-only";
import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { connectClient } from "@/lib/auth/oidc-client";
import { PORTAL_CLIENT } from "@/lib/connect/provider/clients";

const CLOSED = "https://schemas.openid.net/secevent/risc/event-type/account-purged";
const EVENT = "http://schemas.openid.net/event/backchannel-logout";
const MAX_AGE = "5 minutes";

type Keys = ReturnType<typeof createRemoteJWKSet>;
let keys: Keys | undefined;

async function connectKeys() {
  const { jwks_uri = "" } = (await connectClient()).serverMetadata();
  keys ??= createRemoteJWKSet(new URL(jwks_uri));
  return keys;
}

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

/** What a logout token says is over, or null if it is not one of Connect's for us (§2.6). */
export async function verifyLogoutToken(token: unknown) {
  if (typeof token !== "string") return null;
  const { issuer } = (await connectClient()).serverMetadata();
  const checked = await jwtVerify(token, await connectKeys(), {
    issuer,
    audience: PORTAL_CLIENT,
    algorithms: ["ES256"],
    typ: "logout+jwt",
    maxTokenAge: MAX_AGE,
    requiredClaims: ["iat", "jti", "events"],
  }).catch((error: unknown) => {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  });
  if (!checked) return null;
  const { jti, exp, events, nonce, sid, sub } = checked.payload;
  const isLogout = typeof events === "object" && events !== null && EVENT in events;
  const named = { sid: text(sid), sub: text(sub) };
  if (!jti || !isLogout || nonce !== undefined || !(named.sid ?? named.sub)) return null;
  const isClosed = isLogout && CLOSED in events;
  return { jti, expiresAt: new Date((exp ?? 0) * 1000 + 600_000), isClosed, ...named };
}
