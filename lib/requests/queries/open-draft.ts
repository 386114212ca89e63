import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { getFilingContext, requireResident } from "@/lib/auth/session";
import { orNotFound } from "@/lib/page";
import { getDraft } from "./get-draft";

/** For a page and its title, read once: the draft of whoever asks. Already sent: goes to the request. */
export const openDraft = cache(async (reference: string) => {
  const ctx = await getFilingContext(reference);
  // Nobody known: the account's holder signs in and comes back here.
  if (ctx.actor.id === "") await requireResident(`/mes-demandes/${reference}/reprendre`);
  const draft = await orNotFound(getDraft(ctx, reference));
  if (draft.status !== "draft") redirect(`/mes-demandes/${reference}`);
  return { ctx, draft };
});
