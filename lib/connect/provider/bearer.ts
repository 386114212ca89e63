import "server-only";
import type { Context } from "@/lib/context";
import { answer } from "@/lib/http";
import { problem } from "@/lib/problem";
import type { Scope } from "../model";
import { consentBehind } from "./claims";
import { getProvider } from "./instance";

const SENTENCES = {
  invalid_token:
    "Ce jeton n’ouvre plus rien : il est expiré, ou l’accord qui l’a permis est retiré. Demandez à la personne de se reconnecter.",
  insufficient_scope: "Ce jeton ne permet pas cette lecture.",
} as const;

/** RFC 6750 §3 */
function refuse(error: keyof typeof SENTENCES, scope: Scope) {
  const response = problem(error === "invalid_token" ? 401 : 403, SENTENCES[error]);
  response.headers.set("www-authenticate", `Bearer error="${error}", scope="${scope}"`);
  return response;
}

export type Caller = { ctx: Context; accountId: string; clientId: string };

/** Answers whoever holds an access token with this scope, as the account it was given for. */
export const withToken = (
  request: Request,
  scope: Scope,
  run: (caller: Caller) => Promise<Response>,
) =>
  answer(request, async () => {
    const [, value] =
      /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
    const provider = await getProvider();
    const token = value ? await provider.AccessToken.find(value) : undefined;
    const { accountId, clientId } = token ?? {};
    if (!token || !accountId || !clientId || !(await consentBehind(accountId, token)))
      return refuse("invalid_token", scope);
    if (!token.scopes.has(scope)) return refuse("insufficient_scope", scope);
    const response = await run({
      ctx: { actor: { kind: "account", id: accountId } },
      accountId,
      clientId,
    });
    response.headers.set("cache-control", "no-store");
    return response;
  });
