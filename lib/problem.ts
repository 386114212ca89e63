import { DomainError } from "@/lib/errors";
import type { FieldErrors } from "@/lib/result";

/** A refusal that only machine endpoints know: size, type, syntax, origin, rate. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly status: number,
    readonly detail: string,
    readonly errors?: FieldErrors,
  ) {
    super(detail);
  }
}

const STATUS = { "not-found": 404, forbidden: 403, conflict: 409, invalid: 422 } as const;

/** RFC 9457, with a French sentence that says what to do; `errors`: one sentence per field. */
export const problem = (status: number, detail: string, more: Record<string, unknown> = {}) =>
  Response.json(
    { type: "about:blank", status, detail, ...more },
    {
      status,
      headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
    },
  );

/** Browsers ask for a page when a person follows a link or posts a form; programs do not. */
const isPerson = (request: Request) => request.headers.get("accept")?.includes("text/html");

const STYLE = "body{font:18px/1.5 system-ui;max-width:40rem;margin:2rem auto;padding:0 1rem}";

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The same refusal as a page, where no page of ours is around it. */
export async function readable(request: Request, refusal: Response): Promise<Response> {
  if (!isPerson(request)) return refusal;
  const { detail } = await refusal.json();
  const text = escaped(detail);
  const body = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${text}</title><style>${STYLE}</style><h1>Nous n’avons pas pu répondre</h1><p>${text}</p><p>Le bouton « Retour » du navigateur montre de nouveau la page d’avant, avec ce que vous y avez écrit.</p><p><a href="/">Revenir à l’accueil</a></p></html>`;
  const headers = new Headers(refusal.headers);
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set(
    "content-security-policy",
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  );
  return new Response(body, { status: refusal.status, headers });
}

/** What an endpoint answers to an expected refusal; null for a bug. */
export function problemOf(error: unknown) {
  if (error instanceof DomainError)
    return problem(STATUS[error.code], error.message, { errors: error.fields });
  if (error instanceof Refusal)
    return problem(error.status, error.detail, error.errors ? { errors: error.errors } : {});
  return null;
}
