"use server";

import { revalidatePath } from "next/cache";
import { submit } from "@/lib/action";
import { requireAgent } from "@/lib/auth/session";
import { parseInput } from "@/lib/errors";
import { assignRequests } from "@/lib/requests/commands/assign-request";
import { bulkAssignInput } from "@/lib/requests/schemas";

/** Those of the ticked ones that are still free; the page says how many were. */
export async function assignRequestsAction(query: string, form: FormData) {
  const at = `/agents/demandes?${query}`;
  return submit(form, { at, as: () => requireAgent("/agents/demandes") }, async (ctx) => {
    const taken = await assignRequests(
      ctx,
      parseInput(bulkAssignInput, { ids: form.getAll("ids") }),
    );
    revalidatePath("/agents/demandes");
    return `${at}&prises=${taken}`;
  });
}
