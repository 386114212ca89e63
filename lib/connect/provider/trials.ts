import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { decodeJwt, importJWK, SignJWT } from "jose";
import type { Context, Next } from "koa";
import type { KoaContextWithOIDC } from "oidc-provider";
import { hashToken } from "@/lib/auth/secrets";
import { noteTaken, takeTrial } from "@/lib/partners/commands/trials";
import { loadKeys } from "./keys";

const TOKEN_TRIALS = ["signature", "issuer", "audience", "nonce-verified"] as const;

/** Signed by our own key, so that nothing but the claim is wrong. */
async function signedAgain(token: string, alg: string, change: Record<string, unknown>) {
  const { keys } = await loadKeys();
  const key = keys.find((candidate) => candidate.alg === alg);
  if (!key) throw new Error(`no ${alg} key`);
  return new SignJWT({ ...decodeJwt(token), ...change })
    .setProtectedHeader({ alg, kid: key.kid ?? "" })
    .sign(await importJWK(key, alg));
}

/** The same token with one bit of its signature turned. */
function badlySigned(token: string) {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const bytes = Buffer.from(signature, "base64url");
  bytes[10] = (bytes[10] ?? 0) ^ 1;
  return `${header}.${payload}.${bytes.toString("base64url")}`;
}

const WRONG: Record<
  (typeof TOKEN_TRIALS)[number],
  (token: string, alg: string) => string | Promise<string>
> = {
  signature: badlySigned,
  issuer: (token, alg) => signedAgain(token, alg, { iss: "https://connect.bac-a-sable.test" }),
  audience: (token, alg) => signedAgain(token, alg, { aud: "un-autre-service" }),
  "nonce-verified": (token, alg) =>
    signedAgain(token, alg, { nonce: randomBytes(16).toString("hex") }),
};

/** The client took a code that came back with another state than its own. */
const codeHash = (code: unknown) => hashToken(`code:${String(code)}`);

async function spoilState(ctx: Context, clientId: string) {
  const location = String(ctx.response.get("location"));
  if (!URL.canParse(location)) return;
  const url = new URL(location);
  const code = url.searchParams.get("code");
  if (!code || !url.searchParams.has("state")) return;
  const trial = await takeTrial(clientId, ["state-verified"], codeHash(code));
  if (!trial) return;
  const state = createHash("sha256").update(code).digest("base64url");
  url.searchParams.set("state", state);
  ctx.redirect(url.href);
  ctx.status = 303;
}

type Answer = { id_token?: string; access_token?: string };

async function spoilToken(ctx: Context, clientId: string, alg: string) {
  const body = ctx.body as Answer;
  if (!body.id_token || !body.access_token) return;
  const trial = await takeTrial(clientId, TOKEN_TRIALS, hashToken(body.access_token));
  if (!trial || trial === "state-verified") return;
  ctx.body = { ...body, id_token: await WRONG[trial](body.id_token, alg) };
}

/**
 * A sandbox client whose developer asked for it is answered wrong, once: a client that is well made stops there. What
 * it does next says whether it is.
 */
export async function tryClient(ctx: Context, next: Next) {
  await next();
  const { oidc } = ctx as unknown as KoaContextWithOIDC;
  const client = oidc?.client;
  if (client?.environment !== "sandbox") return;
  const { clientId, idTokenSignedResponseAlg = "RS256" } = client;
  if (oidc.route === "authorization" || oidc.route === "resume") await spoilState(ctx, clientId);
  if (oidc.route === "userinfo" && oidc.accessToken)
    await noteTaken(clientId, hashToken(oidc.accessToken.jti));
  if (oidc.route !== "token" || oidc.params?.grant_type !== "authorization_code") return;
  // One wrong answer by sign-in.
  const isSpoilt = await noteTaken(clientId, codeHash(oidc.params.code));
  if (ctx.status === 200 && !isSpoilt) await spoilToken(ctx, clientId, idTokenSignedResponseAlg);
}
