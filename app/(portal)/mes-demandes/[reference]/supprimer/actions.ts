"use server";

import { submit } from "@/lib/action";
import { getFilingContext } from "@/lib/auth/session";
import { findTrackingHash, forgetTrackingCode } from "@/lib/auth/tracking";
import { doneAt } from "@/lib/done";
import { DomainError } from "@/lib/errors";
import { discardDraft } from "@/lib/requests/commands/discard-draft";
import { getDraft } from "@/lib/requests/queries/get-draft";

const DISCARDED = "brouillon-supprime";

function nullIfNotFound(error: unknown) {
  if (error instanceof DomainError && error.code === "not-found") return null;
  throw error;
}

export async function discardDraftAction(form: FormData) {
  const asked = form.get("reference");
  const reference = typeof asked === "string" ? asked.replace(/[^\w-]/g, "") : "";
  const at = `/mes-demandes/${reference}/supprimer`;
  return submit(form, { at, as: () => getFilingContext(reference) }, async (ctx) => {
    // Pressed twice, or deleted from another window: it is gone, as asked.
    const draft = await getDraft(ctx, reference).catch(nullIfNotFound);
    const hash = await findTrackingHash(reference);
    if (draft) await discardDraft(ctx, draft);
    if (ctx.actor.kind === "resident") return doneAt("/mes-demandes", DISCARDED);
    await forgetTrackingCode(hash);
    return doneAt("/demarches", DISCARDED);
  });
}
