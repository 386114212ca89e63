import { DomainError } from "@/lib/errors";
import { frenchSpaces } from "@/lib/format/text";
import { isPerson, refusalPage } from "@/lib/refusal-page";
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

const BACK =
  "Le bouton «\u00a0Retour\u00a0» du navigateur montre de nouveau la page d’avant, avec ce que vous y avez écrit.";

/** The same refusal for a person: a page in words, where a program gets JSON. */
export async function readable(request: Request, refusal: Response): Promise<Response> {
  if (!isPerson(request)) return refusal;
  const { detail }: { detail: string } = await refusal.json();
  return refusalPage(request, {
    status: refusal.status,
    title: refusal.status === 404 ? "Page introuvable" : "Nous n’avons pas pu répondre",
    text: `${detail} ${frenchSpaces(BACK)}`,
    way: { href: "/", label: "Revenir à l’accueil" },
  });
}

/** What an endpoint answers to an expected refusal; null for a bug. */
export function problemOf(error: unknown) {
  if (error instanceof DomainError)
    return problem(STATUS[error.code], error.message, { errors: error.fields });
  if (error instanceof Refusal)
    return problem(error.status, error.detail, error.errors ? { errors: error.errors } : {});
  return null;
}
