import "server-only";
import { redirect } from "next/navigation";
import { isFromOurPage } from "@/lib/auth/csrf";
import type { Context } from "@/lib/context";
import { doneAt } from "@/lib/done";
import { DomainError } from "@/lib/errors";
import { keptAt } from "@/lib/posted";
import type { FieldErrors, Values } from "@/lib/result";

type Options = { at: string; as: () => Promise<Context> };

export const EXPIRED = {
  root: "Cette page était ouverte depuis longtemps. Vérifiez vos réponses, puis envoyez-les de nouveau.",
};

export const SIGNED_OUT = {
  root: "Votre session s’était fermée. Vérifiez ce que vous aviez écrit, puis envoyez-le de nouveau.",
};

const seen = (text: string) => text.replaceAll("\0", "\ufffd");

/** The same form without the NUL that PostgreSQL cannot keep, in names as in values. */
export function withoutNul(form: FormData): FormData {
  const clean = new FormData();
  for (const [name, value] of form)
    clean.append(seen(name), typeof value === "string" ? seen(value) : value);
  return clean;
}

/** The text controls of a posted form, by name, without NUL either. */
export const valuesOf = (form: FormData): Values =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$ACTION") ? [[seen(name), seen(value)]] : [],
    ),
  );

/** Back to the page with what was typed and what is wrong with it. */
const showAgain = async (at: string, values: Values, errors: FieldErrors): Promise<never> =>
  redirect(await keptAt(at, { values, errors }));

const AGENT_PROOF = "/se-connecter?preuve=oui&retour=";

/** Signed out while typing, or too long since a proof: what was typed comes back after that page. */
const FIRST: Record<string, FieldErrors> = {
  "/se-connecter?retour=": SIGNED_OUT,
  "/connexion?suite=": SIGNED_OUT,
  "/compte/confirmer?vers=": {},
  [AGENT_PROOF]: {},
};

/** `as` leads to another page first, and then back. */
async function otherPageFirst(error: unknown, at: string, values: Values): Promise<never> {
  const digest = String((error as { digest?: unknown }).digest);
  const page = Object.keys(FIRST).find((path) => digest.includes(`;${path}`));
  if (!page) throw error;
  const kept = await keptAt(at, { values, errors: FIRST[page] ?? {} });
  // The account's own page says so by itself.
  const back = page === AGENT_PROOF ? doneAt(kept, "confirme") : kept;
  redirect(`${page}${encodeURIComponent(back)}`);
}

/**
 * Runs a command for a posted form and always ends in a redirect (303): to the path that `run`
 * returns, or back to `at` with the filled form after an expected refusal. Bugs still throw.
 */
export async function submit(
  form: FormData,
  { at, as }: Options,
  run: (ctx: Context, values: Values) => Promise<string>,
): Promise<never> {
  const values = valuesOf(form);
  if (!(await isFromOurPage(values.csrf ?? ""))) return showAgain(at, values, EXPIRED);
  const ctx = await as().catch((error: unknown) => otherPageFirst(error, at, values));
  const outcome = await run(ctx, values).catch((error: unknown) => {
    if (error instanceof DomainError) return error;
    throw error;
  });
  if (outcome instanceof DomainError) return showAgain(at, values, outcome.fields);
  redirect(outcome);
}
