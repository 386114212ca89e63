import "server-only";

const STYLE = `
  :root { color-scheme: light dark }
  body { font: 18px/1.55 "Atkinson Hyperlegible", system-ui, sans-serif; margin: 0;
    color: light-dark(#12191b, #f2f5f5); background: light-dark(#fbfaf7, #12191b) }
  main { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem }
  h1 { font-size: 1.75rem; line-height: 1.2; text-wrap: balance }
  a { color: light-dark(#0c5566, #86cfdf); font-weight: 700; display: inline-flex; min-height: 44px;
    align-items: center }
`;

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Browsers ask for a page when a person follows a link or posts a form; programs do not. */
export const isPerson = (request: Request) =>
  request.headers.get("accept")?.includes("text/html") ?? false;

type Bare = { title: string; text: string; way: { href: string; label: string }; head?: string };

/** A page by itself, without anything to fetch. */
function barePage(request: Request, status: number, { title, text, way, head = "" }: Bare) {
  // Where our proxy passes, its policy asks for its nonce too.
  const nonce = escaped(request.headers.get("x-nonce") ?? "");
  const body = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${head}<title>${escaped(title)}</title><style nonce="${nonce}">${STYLE}</style><main><h1>${escaped(title)}</h1><p>${escaped(text)}</p><p><a href="${escaped(way.href)}">${escaped(way.label)}</a></p></main></html>`;
  return new Response(body, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      "cache-control": "private, no-store",
    },
  });
}

type Said = Omit<Bare, "head"> & { status: number };

/** A refusal where no page of ours is around it. */
export const refusalPage = (request: Request, { status, ...said }: Said) =>
  barePage(request, status, said);

/**
 * Goes on to `href` by itself. Not a redirect: browsers hold a form to its page's form-action all along the redirects
 * that follow it, and nobody knows where those of a service lead (its own sign-in server first, then another origin).
 */
export const onwardPage = (request: Request, href: string) =>
  barePage(request, 200, {
    title: "Vous continuez",
    text: "La page suivante s’ouvre dans un instant.",
    way: { href, label: "Continuer" },
    head: `<meta http-equiv="refresh" content="0;url=${escaped(href)}">`,
  });
