import "server-only";
import type { Context, Next } from "koa";

const BROWSERS_POST = ["/oidc/auth", "/oidc/session/end"];
/** As an address that browsers and servers still carry. */
const LIMIT = 8 * 1024;

async function readForm({ req }: Context) {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > LIMIT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("latin1");
}

const refuse = (ctx: Context, error_description: string) => {
  ctx.status = 400;
  ctx.body = { error: "invalid_request", error_description };
};

/**
 * A service may send the browser by POST (OpenID Connect Core §3.1.2.1, RP-Initiated Logout §2). It is made a GET: our
 * cookies are SameSite=Lax, and would not come with a POST from another site.
 */
export async function acceptPosts(ctx: Context, next: Next) {
  if (ctx.method !== "POST" || !BROWSERS_POST.includes(ctx.path)) return next();
  if (!ctx.is("application/x-www-form-urlencoded"))
    return refuse(ctx, "only application/x-www-form-urlencoded bodies are supported");
  const form = await readForm(ctx);
  if (form === null) return refuse(ctx, "request entity too large");
  ctx.status = 303;
  ctx.redirect(`${ctx.path}?${encodeURI(form).replaceAll("%25", "%").replaceAll("#", "%23")}`);
}
