"use server";

import { submit } from "@/lib/action";
import { getFilingContext } from "@/lib/auth/session";
import { forgetTrackingCode } from "@/lib/auth/tracking";
import { doneAt } from "@/lib/done";
import { discardDraft } from "@/lib/requests/commands/discard-draft";
import { getDraft } from "@/lib/requests/queries/get-draft";

const DISCARDED = "brouillon-supprime";

export async function discardDraftAction(form: FormData) {
  const asked = form.get("reference");
  const reference = typeof asked === "string" ? asked.replace(/[^\w-]/g, "") : "";
  const at = `/mes-demandes/${reference}/supprimer`;
  return submit(form, { at, as: getFilingContext }, async (ctx) => {
    await discardDraft(ctx, await getDraft(ctx, reference));
    if (ctx.actor.kind === "resident") return doneAt("/mes-demandes", DISCARDED);
    await forgetTrackingCode();
    return doneAt("/demarches", DISCARDED);
  });
}
