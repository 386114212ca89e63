"use server";

import { submit } from "@/lib/action";
import { leaveAccount } from "@/lib/auth/franceconnect-exit";
import { ownSession, requireRecentProof } from "@/lib/auth/proof";
import { doneAt } from "@/lib/done";
import { invalid } from "@/lib/errors";
import { askClosure } from "@/lib/lifecycle/commands/ask-closure";

const AT = "/compte/suppression";

/** The session of this browser goes last, and with it FranceConnect's. */
export async function askClosureAction(form: FormData) {
  await submit(form, { at: AT, as: () => requireRecentProof(AT) }, async (ctx, values) => {
    if (values.understood !== "oui")
      throw invalid({ understood: "Cochez la case pour demander la suppression." });
    await askClosure(ctx, (await ownSession()).uid);
    return leaveAccount(doneAt("/connexion", "suppression-demandee"));
  });
}
