import "server-only";
import { EXPIRED, valuesOf, withoutNul } from "@/lib/action";
import { isFromOurPage } from "@/lib/auth/csrf";
import { readBytes } from "@/lib/body";
import { DomainError } from "@/lib/errors";
import { seeOther } from "@/lib/http";
import { keptAt } from "@/lib/posted";
import { problem, Refusal, readable } from "@/lib/problem";

const SIZES = { maxBytes: 65_536, maxFileBytes: 65_536 };
const [TYPED, WITH_FILES] = ["application/x-www-form-urlencoded", "multipart/form-data"];

/**
 * The form that a browser posted; what is too large, of another type or cut is no person's: 413, 415 or 400.
 * `maxBytes` without files, `maxFileBytes` with them.
 */
export async function readForm(
  request: Request,
  sizes: { maxBytes: number; maxFileBytes: number } = SIZES,
): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  const essence = type.split(";", 1)[0]?.trim().toLowerCase();
  if (essence !== TYPED && essence !== WITH_FILES)
    throw new Refusal(415, "Envoyez le formulaire de la page.");
  const bytes = await readBytes(
    request,
    sizes[essence === WITH_FILES ? "maxFileBytes" : "maxBytes"],
  );
  const form = new Response(bytes, { headers: { "content-type": type } }).formData();
  return form.then(withoutNul, () => {
    throw new Refusal(400, "Le formulaire est arrivé incomplet. Rechargez la page et recommencez.");
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
  if (form instanceof Refusal) return readable(request, problem(form.status, form.detail));
  const values = valuesOf(form);
  const showAgain = async (errors: Record<string, string>) =>
    seeOther(await keptAt(at, { values, errors }));
  if (!(await isFromOurPage(values.csrf ?? ""))) return showAgain(EXPIRED);
  try {
    return seeOther(await run(form));
  } catch (error) {
    if (error instanceof DomainError) return showAgain(error.fields);
    throw error;
  }
}
