// What Next fails on (500), and is the sender's own fault (400).

const PROVIDER = /^\/(oidc|\.well-known)(\/|$)/;

const PAGE = (title, text) =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><main style="max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.55 Verdana,sans-serif"><h1>${title}</h1><p>${text}</p><p><a href="/">Revenir à l’accueil</a></p></main></html>`;

export const CUT_FORM = PAGE(
  "Le formulaire est arrivé incomplet",
  "Rien n’a été enregistré de cet envoi. Revenez à la page précédente, et envoyez-le de nouveau.",
);

const UNREADABLE = PAGE(
  "Cette adresse est illisible",
  "Elle a sans doute été coupée en la copiant. Reprenez-la en entier.",
);

function isReadable(path) {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

const INVALID = { error: "invalid_request", error_description: "the address cannot be read" };

/** Answers an address that nobody can read, or that holds a NUL on its way to the provider (RFC 6749 §5.2). */
export function refuseUnreadable(request, response) {
  const [path = "/", query = ""] = (request.url ?? "/").split("?");
  const isForProvider = PROVIDER.test(path);
  const hasNul = isForProvider && `${path}?${query}`.includes("%00");
  if (isReadable(path) && !hasNul) return false;
  const isJson = isForProvider && !request.headers.accept?.includes("text/html");
  const body = isJson ? JSON.stringify(INVALID) : UNREADABLE;
  const type = isJson ? "application/json; charset=utf-8" : "text/html; charset=utf-8";
  response.writeHead(400, { "content-type": type, "cache-control": "no-store" });
  response.end(request.method === "HEAD" ? undefined : body);
  return true;
}

const BOUNDARY = /^multipart\/form-data;.*boundary="?([^";]+)/i;

/**
 * Looks at the end of a posted form on its way to Next: a multipart body that stops before its last boundary (RFC 2046
 * §5.1.1) was cut. Returns how to know, once it was read.
 */
export function watchForm(request) {
  const [, boundary] = BOUNDARY.exec(request.headers["content-type"] ?? "") ?? [];
  if (request.method !== "POST" || !boundary) return () => false;
  const last = `--${boundary}--`;
  let tail = "";
  const push = request.push.bind(request);
  request.push = (chunk, ...rest) => {
    if (chunk) tail = (tail + chunk.toString("latin1")).slice(-last.length - 8);
    return push(chunk, ...rest);
  };
  return () => !tail.includes(last);
}
