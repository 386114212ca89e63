import * as z from "zod";
import { EXPIRED, SIGNED_OUT } from "@/lib/action";
import { isFromOurPage } from "@/lib/auth/csrf";
import { ownChildren } from "@/lib/auth/household";
import { readForm } from "@/lib/auth/posted-form";
import { getFilingContext } from "@/lib/auth/session";
import { keepTrackingCodes } from "@/lib/auth/tracking";
import type { Context } from "@/lib/context";
import { DomainError, notFound } from "@/lib/errors";
import { formatTime } from "@/lib/format/date";
import { type Typed, walk } from "@/lib/forms/model";
import { todayInLyon } from "@/lib/forms/model/dates";
import { OTHER_WINDOW } from "@/lib/forms/model/differences";
import { VALUES_APART } from "@/lib/forms/model/open-step";
import { answer, endpoint, seeOther } from "@/lib/http";
import { keptAt } from "@/lib/posted";
import { Refusal } from "@/lib/problem";
import { receiveStep, saidIn } from "@/lib/requests/commands/receive-step";
import { type StepChange, saveStep, WRITTEN_ELSEWHERE } from "@/lib/requests/commands/save-step";
import { getDraft } from "@/lib/requests/queries/get-draft";
import { saveStepInput } from "@/lib/requests/schemas";
import type { FieldErrors } from "@/lib/result";

type Params = { reference: string; step: string };

const SIZES = { maxBytes: 256 * 1024, maxFileBytes: 42 * 1024 * 1024 };
const TOO_HEAVY =
  "Vos fichiers sont trop lourds pour partir ensemble. Envoyez-les un par un, 10 Mo au plus chacun.";

type Said = ReturnType<typeof saidIn>;

/** What was typed in the step, as `takePosted` gives it back: a control's values joined. */
const valuesOf = (said: Said) =>
  Object.fromEntries(
    Object.entries(said).map(([name, values]) => [name, values.join(VALUES_APART)]),
  );

const showAgain = async (at: string, errors: FieldErrors, said: Said = {}) =>
  seeOther(await keptAt(at, { values: valuesOf(said), errors }));

/** What a button of the step changed, on its page. */
function anchorOf(change: StepChange, typed: Typed) {
  if ("add" in change) return `${change.add}.${Number(typed[change.add]) - 1}`;
  return "child" in change ? change.child : change.remove.split(/[:.]/)[0];
}

/** Where to go once the step is saved. `verifier`: the person came from the recap to change one answer. */
function placeAfter(
  saved: Extract<Awaited<ReturnType<typeof receiveStep>>, { typed: unknown }>,
  { draft, at, isChecking }: { draft: string; at: string; isChecking: boolean },
) {
  const sameStep = isChecking ? `${at}?verifier=1` : at;
  if (saved.isLater) return `${draft}/plus-tard`;
  if (saved.change) return `${sameStep}#${anchorOf(saved.change, saved.typed)}`;
  if (Object.keys(saved.errors).length > 0)
    return `${at}?${isChecking ? "verifier=1&" : ""}erreurs=1`;
  if (saved.exit) return `${draft}/sans-suite`;
  return `${draft}/${isChecking ? "reprendre" : (saved.next ?? "recapitulatif")}`;
}

async function save(request: Request, ctx: Context, { reference, step }: Params, form: FormData) {
  const draft = `/mes-demandes/${reference}`;
  const at = `${draft}/${step}`;
  const isChecking = new URL(request.url).searchParams.has("verifier");
  const sameStep = isChecking ? `${at}?verifier=1` : at;
  const household = form.has("_child") ? await ownChildren() : null;
  const saved = await receiveStep(ctx, { reference, stepId: step }, form, household ?? []);
  if (!("typed" in saved))
    return showAgain(sameStep, { ...saved.fileErrors, ...OTHER_WINDOW }, saved.unsaved);
  if (Object.keys(saved.fileErrors).length > 0)
    return showAgain(`${at}?${isChecking ? "verifier=1&" : ""}erreurs=1`, saved.fileErrors);
  // The household is shown by the account, once its owner agrees: there, and back.
  if (form.has("_share")) return seeOther(`/se-connecter?partage=oui&retour=${at}`);
  return seeOther(placeAfter(saved, { draft, at, isChecking }));
}

/** Sent or erased meanwhile: its page says so. Signed out meanwhile: one signs in, and nothing typed is lost. */
async function afterRefusal(error: DomainError, ctx: Context, at: string, form: FormData) {
  if (error.code !== "conflict" && error.code !== "not-found") throw error;
  if (error.code === "conflict" || ctx.actor.id !== "")
    return seeOther(at.slice(0, at.lastIndexOf("/")));
  const back = await keptAt(at, { values: valuesOf(saidIn(form)), errors: SIGNED_OUT });
  return seeOther(`/se-connecter?retour=${encodeURIComponent(back)}`);
}

/** The form of a step, posted by any browser. Every answer is a 303. */
export const POST = (request: Request, { params }: { params: Promise<Params> }) =>
  answer(request, async () => {
    const where = await params;
    const at = `/mes-demandes/${where.reference}/${where.step}`;
    const form = await readForm(request, SIZES).catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 413) return null;
      throw error;
    });
    if (!form) return showAgain(at, { root: TOO_HEAVY });
    const csrf = form.get("csrf");
    if (!(await isFromOurPage(typeof csrf === "string" ? csrf : "", request.headers)))
      return showAgain(at, EXPIRED, saidIn(form));
    const ctx = await getFilingContext(where.reference);
    if (ctx.actor.kind === "visitor") await keepTrackingCodes();
    return save(request, ctx, where, form).catch((error: unknown) => {
      if (error instanceof DomainError) return afterRefusal(error, ctx, at, form);
      throw error;
    });
  });

/** The questions of the step, for the browser to check them by the same rules. */
export const GET = (request: Request, { params }: { params: Promise<Params> }) =>
  answer(request, async () => {
    const { reference, step: stepId } = await params;
    const { definition, typed } = await getDraft(await getFilingContext(reference), reference);
    const at = walk(definition, typed).find(({ step }) => step.id === stepId);
    if (!at) throw notFound("Étape");
    const headers = { "cache-control": "private, no-store" };
    const { step, before } = at;
    return Response.json(
      {
        step: { fields: step.fields, postConditions: step.postConditions },
        before,
        today: todayInLyon(),
      },
      { headers },
    );
  });

/** What has been typed so far, sent now and then while it is being typed. */
export const PUT = endpoint<typeof saveStepInput.shape.said, Params>(
  { schema: saveStepInput.shape.said, maxBytes: SIZES.maxBytes },
  async (said, { params: { reference, step } }) => {
    const ctx = await getFilingContext(reference);
    if (ctx.actor.id === "") throw new Refusal(401, "Connectez-vous de nouveau.");
    const stepId = z.string().max(60).parse(step);
    const from = saveStepInput.shape.from.parse({ page: said._page, since: said._since });
    const saving = saveStep(ctx, { reference, stepId, said, from }, { isAutomatic: true });
    const { savedAt } = await saving.catch((error: unknown) => {
      throw error === WRITTEN_ELSEWHERE ? new Refusal(412, WRITTEN_ELSEWHERE.message) : error;
    });
    return Response.json({ savedAt: formatTime(savedAt) });
  },
);
