import "server-only";
import type Provider from "oidc-provider";
import type { Context } from "@/lib/context";
import { answer } from "@/lib/http";
import { problem } from "@/lib/problem";
import type { Scope } from "../model";
import { type Standing, standingOf } from "./acting";
import { getProvider } from "./instance";
import { isProven, PROOF_ALGORITHMS } from "./proof";

const SENTENCES = {
  invalid_token:
    "Ce jeton n’ouvre plus rien\u00a0: il est expiré, ou l’accord qui l’a permis est retiré. Demandez à la personne de se reconnecter.",
  insufficient_scope: "Ce jeton ne permet pas cette lecture.",
} as const;

/** RFC 6750 §3, RFC 9449 §7.1 */
function refuse(error: keyof typeof SENTENCES, scope: Scope) {
  const response = problem(error === "invalid_token" ? 401 : 403, SENTENCES[error]);
  const { headers } = response;
  headers.append("www-authenticate", `Bearer error="${error}", scope="${scope}"`);
  headers.append("www-authenticate", `DPoP error="${error}", algs="${PROOF_ALGORITHMS.join(" ")}"`);
  return response;
}

/**
 * The token this call shows, of a client that is registered, meant for us and not for another API (RFC 8707);
 * bound to a key, it comes with the proof of that key.
 */
async function tokenShown(provider: Provider, request: Request) {
  const [, scheme = "", value] =
    /^(Bearer|DPoP) ([\w.~+/-]+=*)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const token = value ? await provider.AccessToken.find(value) : undefined;
  const { clientId, jkt, aud } = token ?? {};
  if (!token || !value || !clientId || aud !== undefined) return null;
  if (!(await provider.Client.find(clientId))) return null;
  if ((jkt !== undefined) !== (scheme.toLowerCase() === "dpop")) return null;
  const shown = { token: value, clientId, thumbprint: jkt ?? "" };
  return jkt === undefined || (await isProven(provider, request, shown)) ? token : null;
}

export type Caller = { ctx: Context; accountId: string; clientId: string; standing: Standing };

/** Answers whoever holds an access token with this scope, as the person it speaks for; `standing` says who acts. */
export const withToken = (
  request: Request,
  scope: Scope,
  run: (caller: Caller) => Promise<Response>,
) =>
  answer(request, async () => {
    const token = await tokenShown(await getProvider(), request);
    const { accountId, clientId } = token ?? {};
    const standing = token && accountId ? await standingOf(accountId, token) : null;
    if (!token || !clientId || !standing) return refuse("invalid_token", scope);
    if (!token.scopes.has(scope)) return refuse("insufficient_scope", scope);
    const response = await run({
      ctx: { actor: { kind: "account", id: standing.personId } },
      accountId: standing.personId,
      clientId,
      standing,
    });
    response.headers.set("cache-control", "no-store");
    return response;
  });
