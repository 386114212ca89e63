import "server-only";
import type { Context } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { storePostedFile } from "@/lib/files/commands/receive";
import { removeFile } from "@/lib/files/commands/remove";
import { grantUpload } from "@/lib/files/policy";
import type { UploadGrant } from "@/lib/files/schemas";
import { fileFieldsOf, journey, typedOf } from "@/lib/forms/model";
import type { KnownChild } from "@/lib/forms/model/children";
import type { FieldErrors } from "@/lib/result";
import { getDraft } from "../queries/get-draft";
import { saveStepInput } from "../schemas";
import { type StepChange, saveStep, WRITTEN_ELSEWHERE } from "./save-step";

type Said = Record<string, string[]>;
type Where = { reference: string; stepId: string };

/** The text controls of a posted form, all their values by name. */
export const saidIn = (form: FormData): Said => {
  const said: Said = {};
  for (const [name, value] of form)
    if (typeof value === "string" && /^[a-z]/.test(name))
      said[name] = [...(said[name] ?? []), value];
  return said;
};

type Kept = { ids: string[]; errors: FieldErrors };

/** One file of the form, kept or refused with a sentence. */
async function keepFile(ctx: Context, grant: UploadGrant, file: File): Promise<Kept> {
  try {
    const kept = await storePostedFile(ctx, file, grant);
    return { ids: kept ? [kept.id] : [], errors: {} };
  } catch (error) {
    if (error instanceof DomainError) return { ids: [], errors: error.fields };
    throw error;
  }
}

/** Keeps the files that came with the form itself; their ids join what the step says. */
async function keepFiles(ctx: Context, { reference, stepId }: Where, form: FormData, said: Said) {
  const errors: FieldErrors = {};
  const hasFiles = [...form.values()].some((value) => value instanceof File && value.size > 0);
  if (!hasFiles) return errors;
  const { id, definition, typed } = await getDraft(ctx, reference);
  const step = journey(definition, typed).find((one) => one.id === stepId);
  const controls = step ? fileFieldsOf(step, typedOf(step, Object.entries(said))) : [];
  for (const [name, { accept, maxBytes }] of controls) {
    const grant = grantUpload(ctx.actor, id, { fieldId: name, accept, maxBytes });
    for (const file of form.getAll(`${name}.file`).filter((part) => part instanceof File)) {
      const kept = await keepFile(ctx, grant, file);
      said[name] = [...(said[name] ?? []), ...kept.ids];
      Object.assign(errors, kept.errors);
    }
  }
  return errors;
}

function changeIn(form: FormData, household: readonly KnownChild[]): StepChange | undefined {
  const [child, id] = String(form.get("_child") ?? "").split(":");
  if (child) return { child, known: household.find((one) => one.id === id) ?? null };
  const [add, remove] = [form.get("_add"), form.get("_remove")];
  if (typeof add === "string") return { add };
  return typeof remove === "string" ? { remove } : undefined;
}

/** Gone already, or taken up by a request meanwhile: there is nothing to erase. */
const eraseFile = (ctx: Context, id: string) =>
  removeFile(ctx, id).catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
  });

/** Which display of the step this is, as its hidden controls say it. */
const shownIn = (form: FormData) =>
  saveStepInput.shape.from.parse({ page: form.get("_page"), since: form.get("_since") });

/**
 * A step posted whole, with its files and the button that was pressed. When another window wrote the step meanwhile,
 * nothing is saved, and `unsaved` is what it said, files included.
 */
export async function receiveStep(
  ctx: Context,
  where: Where,
  form: FormData,
  household: readonly KnownChild[] = [],
) {
  const said = saidIn(form);
  const fileErrors = await keepFiles(ctx, where, form, said);
  const change = changeIn(form, household);
  const saved = await saveStep(ctx, { ...where, said, from: shownIn(form) }, { change }).catch(
    (error: unknown) => {
      if (error !== WRITTEN_ELSEWHERE) throw error;
    },
  );
  if (!saved) return { unsaved: said, fileErrors };
  const fileId = change && "remove" in change ? change.remove.split(":")[1] : undefined;
  if (fileId) await eraseFile(ctx, fileId);
  return { ...saved, change, fileErrors, isLater: form.has("_later") };
}
