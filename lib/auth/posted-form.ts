import "server-only";
import { isFromOurPage } from "@/lib/auth/csrf";
import { DomainError } from "@/lib/errors";
import { keepPosted } from "@/lib/posted";

export const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

const EXPIRED =
  "Cette page était ouverte depuis longtemps. Vérifiez vos réponses, puis envoyez-les de nouveau.";

/**
 * A plain form posted to a route handler, where a Server Action cannot go (it would follow the redirect itself, and
 * use up a sign-in under way). As `submit`: a 303 to where `run` says, or back to `at` with the filled form.
 */
export async function postedForm(
  request: Request,
  at: string,
  run: (form: FormData) => Promise<string>,
): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const values = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const showAgain = async (errors: Record<string, string>) =>
    seeOther(`${at}${at.includes("?") ? "&" : "?"}retour=${await keepPosted({ values, errors })}`);
  if (!(await isFromOurPage(values.csrf ?? ""))) return showAgain({ root: EXPIRED });
  try {
    return seeOther(await run(form));
  } catch (error) {
    if (error instanceof DomainError) return showAgain(error.fields);
    throw error;
  }
}
