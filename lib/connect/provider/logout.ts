import "server-only";
import type { Context, Next } from "koa";
import type { KoaContextWithOIDC } from "oidc-provider";
import { system } from "@/lib/auth/actor";
import { endSession, noteSessionEnd } from "../commands/end-sessions";

function backToClient(ctx: KoaContextWithOIDC) {
  const { params } = ctx.oidc;
  const target = params?.post_logout_redirect_uri;
  if (typeof target !== "string") return "/deconnexion/terminee";
  const url = new URL(target);
  if (typeof params?.state === "string") url.searchParams.set("state", params.state);
  return url.href;
}

const redirect = (ctx: KoaContextWithOIDC, to: string) => {
  ctx.status = 303;
  ctx.redirect(to);
};

/** Does the hint name the very session of this browser? Then the service has already asked the person. */
function isOwnSession({ oidc }: KoaContextWithOIDC) {
  const sid = oidc.entities.IdTokenHint?.payload.sid;
  const clientId = oidc.client?.clientId;
  return (
    typeof sid === "string" && clientId !== undefined && oidc.session?.sidFor(clientId) === sid
  );
}

/** « Me déconnecter partout » on the confirmation page: the library has done it. */
async function noteEnd({ oidc }: KoaContextWithOIDC) {
  const { session } = oidc;
  if (session?.accountId && "destroyed" in session)
    await noteSessionEnd(system("connect"), { uid: session.uid, accountId: session.accountId });
}

/**
 * RP-initiated logout without JavaScript: nobody is signed in → back to the service; the service proves by its id
 * token that it speaks of this session → signed out everywhere; else the confirmation page asks.
 */
export async function finishLogout(ctx: Context, next: Next) {
  await next();
  const oidcCtx = ctx as unknown as KoaContextWithOIDC;
  if (oidcCtx.oidc?.route === "end_session_confirm") return noteEnd(oidcCtx);
  if (oidcCtx.oidc?.route !== "end_session" || ctx.status >= 400 || !oidcCtx.oidc.session) return;
  const { session, provider } = oidcCtx.oidc;
  if (String(ctx.response.get("location")).startsWith("/interaction/erreur")) return;
  if (!session.accountId) return redirect(oidcCtx, backToClient(oidcCtx));
  if (!isOwnSession(oidcCtx)) return;
  await endSession(system("connect"), session.uid);
  ctx.cookies.set(provider.cookieName("session"), null, { overwrite: true, path: "/" });
  redirect(oidcCtx, backToClient(oidcCtx));
}
