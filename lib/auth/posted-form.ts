import "server-only";
import { EXPIRED, valuesOf } from "@/lib/action";
import { isFromOurPage } from "@/lib/auth/csrf";
import { readBytes } from "@/lib/body";
import { DomainError } from "@/lib/errors";
import { keepPosted } from "@/lib/posted";
import { problem, Refusal } from "@/lib/problem";

export const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

const MAX_BYTES = 65_536;
const TYPES = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** What a browser sends is small and well formed; anything else is no person: 413, 415 or 400. */
async function readForm(request: Request) {
  const type = request.headers.get("content-type") ?? "";
  if (!TYPES.some((known) => type.toLowerCase().startsWith(known)))
    throw new Refusal(415, "Envoyez le formulaire de la page.");
  const bytes = await readBytes(request, MAX_BYTES);
  const form = new Response(bytes, { headers: { "content-type": type } }).formData();
  return form.catch(() => {
    throw new Refusal(400, "Le formulaire envoyé est mal formé et n’a pas pu être lu.");
  });
}

/**
 * A plain form posted to a route handler, where a Server Action cannot go (it would follow the redirect itself, and
 * use up a sign-in under way). As `submit`: a 303 to where `run` says, or back to `at` with the filled form.
 */
export async function postedForm(
  request: Request,
  at: string,
  run: (form: FormData) => Promise<string>,
): Promise<Response> {
  const form = await readForm(request).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (form instanceof Refusal) return problem(form.status, form.detail);
  const values = valuesOf(form);
  const showAgain = async (errors: Record<string, string>) =>
    seeOther(`${at}${at.includes("?") ? "&" : "?"}retour=${await keepPosted({ values, errors })}`);
  if (!(await isFromOurPage(values.csrf ?? ""))) return showAgain(EXPIRED);
  try {
    return seeOther(await run(form));
  } catch (error) {
    if (error instanceof DomainError) return showAgain(error.fields);
    throw error;
  }
}
