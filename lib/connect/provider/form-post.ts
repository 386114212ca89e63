import "server-only";
import { createHash } from "node:crypto";
import type { Context, Next } from "koa";

const SUBMIT = "document.forms[0].submit();";
const DIGEST = createHash("sha256").update(SUBMIT).digest("base64");

/** Without JavaScript, or while it loads, one press. */
const page = (action: string, inputs: string) => `<!DOCTYPE html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Retour au service</title></head>
<body>
<form method="post" action="${action}">
${inputs}
<p>Vous retournez au service.</p>
<button autofocus>Continuer</button>
</form>
<script>${SUBMIT}</script>
</body>
</html>`;

/** No form-action: it would hold the service to its first address, and many lead on to another. */
const POLICY = [
  "default-src 'none'",
  `script-src 'sha256-${DIGEST}'`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** `response_mode=form_post`: the library’s page is in English and runs a script that our policy refuses. */
export async function postBack(ctx: Context, next: Next) {
  await next();
  const { body } = ctx;
  if (typeof body !== "string" || !ctx.response.is("html")) return;
  const [, action] = /<form method="post" action="([^"]+)">/.exec(body) ?? [];
  if (!action) return;
  const inputs = body.match(/<input type="hidden" [^>]*\/>/g) ?? [];
  ctx.body = page(action, inputs.join("\n"));
  ctx.type = "html";
  ctx.set("content-security-policy", POLICY);
}
