import "server-only";
import type { Context, Next } from "koa";
import { errors, type KoaContextWithOIDC } from "oidc-provider";
import { env } from "@/lib/env";
import { errorPath } from "../model/error-codes";

const errorUri = (code: string) => new URL(errorPath(code), env().CONNECT_URL).href;

/** The page of an error that cannot be sent back to the service: a person reads French, a program its JSON. */
export function renderError(
  ctx: KoaContextWithOIDC,
  out: { error: string; error_description?: string | undefined },
  error: unknown,
) {
  if (!ctx.accepts("html")) {
    ctx.body = out;
    return;
  }
  const code = error instanceof errors.SessionNotFound ? "session_not_found" : out.error;
  ctx.status = 303;
  ctx.redirect(`/interaction/erreur?code=${encodeURIComponent(code)}`);
}

/** An error sent back to the service through the browser, in the query or the fragment. */
function explainRedirect(ctx: Context) {
  const url = URL.parse(ctx.response.get("location"));
  if (!url || url.origin === new URL(env().CONNECT_URL).origin) return;
  const [params, isFragment] = url.searchParams.has("error")
    ? [url.searchParams, false]
    : [new URLSearchParams(url.hash.slice(1)), true];
  const code = params.get("error");
  if (!code || params.has("error_uri")) return;
  params.set("error_uri", errorUri(code));
  if (isFragment) url.hash = params.toString();
  ctx.set("location", url.href);
}

function explainHeader(ctx: Context) {
  const challenge = ctx.response.get("www-authenticate");
  const explained = String(challenge).replace(
    /\berror="([a-z_]+)"(?!, error_uri)/g,
    (error, code: string) => `${error}, error_uri="${errorUri(code)}"`,
  );
  if (challenge) ctx.set("www-authenticate", explained);
}

/** `response_mode=form_post`: the error is in a form that the browser posts by itself. */
const explainForm = (html: string) =>
  html.replace(
    /<input type="hidden" name="error" value="([a-z_]+)"\/>/,
    (input, code: string) =>
      `${input}\n<input type="hidden" name="error_uri" value="${errorUri(code)}"/>`,
  );

function explainBody(ctx: Context) {
  const { body } = ctx;
  if (typeof body === "string" && ctx.response.is("html")) ctx.body = explainForm(body);
  if (typeof body !== "object" || body === null || !("error" in body)) return;
  if (typeof body.error === "string") ctx.body = { ...body, error_uri: errorUri(body.error) };
}

/** Nothing here by that name, or not by that method. */
function nothingHere(ctx: Context) {
  ctx.body = {
    error: "invalid_request",
    error_description: `unrecognized route or not allowed method (${ctx.method} on ${ctx.path})`,
  };
  ctx.status = 404;
}

/** Thrown past the library's own handlers. */
function answerThrown(ctx: Context, thrown: unknown) {
  const isSaid = thrown instanceof errors.OIDCProviderError && thrown.expose;
  if (!isSaid) ctx.app.emit("error", thrown, ctx);
  const { status = 500, error = "server_error" } = isSaid ? thrown : {};
  ctx.status = status;
  const described = isSaid ? thrown.error_description : "oops! something went wrong";
  ctx.body = { error, error_description: described ?? "request is invalid" };
}

/** Every error says where it is explained (RFC 6749 §4.1.2.1, §5.2; RFC 6750 §3). */
export async function explainErrors(ctx: Context, next: Next) {
  try {
    await next();
  } catch (thrown) {
    answerThrown(ctx, thrown);
  }
  if (ctx.status === 404 && ctx.body == null) nothingHere(ctx);
  if (ctx.response.get("location")) explainRedirect(ctx);
  explainHeader(ctx);
  explainBody(ctx);
}
