"use server";

import { revalidatePath } from "next/cache";
import { submit } from "@/lib/action";
import { requireAgent } from "@/lib/auth/session";
import { doneAt } from "@/lib/done";
import { conflict, parseInput } from "@/lib/errors";
import { assignRequests } from "@/lib/requests/commands/assign-request";
import { bulkAssignInput } from "@/lib/requests/schemas";

/** Those of the ticked ones that are still free; the page says how many they were. */
export async function assignRequestsAction(query: string, form: FormData) {
  const at = `/agents/demandes?${query}`;
  return submit(form, { at, as: () => requireAgent("/agents/demandes") }, async (ctx) => {
    const { ids } = parseInput(bulkAssignInput, { ids: form.getAll("ids") });
    const taken = await assignRequests(ctx, { ids });
    revalidatePath("/agents/demandes");
    if (taken === 0)
      throw conflict("Ces demandes sont déjà attribuées. Cochez des demandes libres.");
    const done = doneAt(at, taken < ids.length ? "attribuees-en-partie" : "attribuees", taken);
    // Without JavaScript the browser keeps the fragment of the error summary's link, and goes there instead.
    return `${done}#fait`;
  });
}
