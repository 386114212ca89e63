import "server-only";
import { createHash } from "node:crypto";
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from "jose";
import type Provider from "oidc-provider";
import { env } from "@/lib/env";

export const PROOF_ALGORITHMS = ["ES256", "EdDSA"] as const;
const FRESH_SECONDS = 300;

type Shown = { token: string; clientId: string; thumbprint: string };

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64url");

/** The address a client calls, whatever Host or proxy the request came through. */
const addressOf = ({ url }: Request) => new URL(new URL(url).pathname, env().CONNECT_URL).href;

function withoutQuery(htu: unknown) {
  const url = typeof htu === "string" ? URL.parse(htu) : null;
  return url && url.origin + url.pathname;
}

/** Does this call prove that its sender holds the key the token is bound to (RFC 9449 §4.3, §7)? Each proof serves once. */
export async function isProven(provider: Provider, request: Request, shown: Shown) {
  const { token, clientId, thumbprint } = shown;
  const proof = request.headers.get("dpop");
  if (!proof) return false;
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      algorithms: [...PROOF_ALGORITHMS],
      typ: "dpop+jwt",
      maxTokenAge: FRESH_SECONDS,
      clockTolerance: 15,
      requiredClaims: ["iat", "jti"],
    });
    const { htm, htu, ath, jti = "" } = payload;
    const isOfThisCall =
      htm === request.method && withoutQuery(htu) === addressOf(request) && ath === sha256(token);
    if (!isOfThisCall || !protectedHeader.jwk) return false;
    if ((await calculateJwkThumbprint(protectedHeader.jwk)) !== thumbprint) return false;
    const until = Math.floor(Date.now() / 1000) + FRESH_SECONDS;
    return await provider.ReplayDetection.unique(clientId, jti, until);
  } catch {
    return false;
  }
}
