import "server-only";
import type { Context, Next } from "koa";
import type { KoaContextWithOIDC } from "oidc-provider";
import { system } from "@/lib/auth/actor";
import { exitThrough } from "@/lib/auth/franceconnect-exit";
import { endSession, noteSessionEnd } from "../commands/end-sessions";
import { findFranceConnect } from "../queries";

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

/**
 * By a page that moves on by itself: the browser may be following the redirects of a form, whose policy knows where they
 * lead first, and not where next.
 */
function moveOn(ctx: KoaContextWithOIDC, href: string, title: string) {
  const to = href.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  ctx.status = 200;
  ctx.type = "html";
  ctx.set("cache-control", "no-store");
  ctx.remove("location");
  ctx.body = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="0;url=${to}"><title>${title}</title><h1>${title}</h1><p><a href="${to}">Continuer</a></p></html>`;
}

/** Out of FranceConnect too, when it opened this session. */
async function leave(ctx: KoaContextWithOIDC, sealed: string | null, landing: string) {
  const exit = await exitThrough(sealed, landing);
  if (exit !== landing) return moveOn(ctx, exit, "Vous quittez aussi FranceConnect");
  const isForm = ctx.oidc.route === "end_session_confirm";
  const isOurs = new URL(landing, ctx.oidc.issuer).origin === new URL(ctx.oidc.issuer).origin;
  if (isForm && !isOurs) return moveOn(ctx, landing, "Vous êtes déconnecté");
  return redirect(ctx, landing);
}

/** Does the hint name the very session of this browser? Then the service has already asked the person. */
function isOwnSession({ oidc }: KoaContextWithOIDC) {
  const sid = oidc.entities.IdTokenHint?.payload.sid;
  const clientId = oidc.client?.clientId;
  return (
    typeof sid === "string" && clientId !== undefined && oidc.session?.sidFor(clientId) === sid
  );
}

/** « Me déconnecter partout » on the confirmation page: the library has done it. */
async function noteEnd(ctx: KoaContextWithOIDC) {
  const { session } = ctx.oidc;
  if (!session?.accountId || !("destroyed" in session)) return;
  const sealed = await findFranceConnect(session.uid);
  await noteSessionEnd(system("connect"), { uid: session.uid, accountId: session.accountId });
  await leave(ctx, sealed, String(ctx.response.get("location")));
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
  const sealed = await findFranceConnect(session.uid);
  await endSession(system("connect"), session.uid);
  ctx.cookies.set(provider.cookieName("session"), null, { overwrite: true, path: "/" });
  await leave(oidcCtx, sealed, backToClient(oidcCtx));
}
