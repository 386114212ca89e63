"use server";

import { submit } from "@/lib/action";
import { withOwnToken } from "@/lib/auth/own-token";
import { forgetResident } from "@/lib/auth/portal-session";
import { requireSelf } from "@/lib/auth/session";
import { PORTAL_CLIENT } from "@/lib/connect/provider/clients";
import { doneAt } from "@/lib/done";
import { notFound } from "@/lib/errors";
import { fetchOverview, withdrawRemotely } from "@/lib/integrations/consents-api";

const PAGE = "/mes-donnees";

export async function withdrawAction(form: FormData) {
  const as = () => requireSelf(PAGE);
  return submit(form, { at: PAGE, as }, async (_ctx, { id = "" }) => {
    const { consents } = await withOwnToken(PAGE, fetchOverview);
    const consent = consents.find((each) => each.id === id);
    if (!consent) throw notFound("Accord");
    await withOwnToken(PAGE, (token) => withdrawRemotely(token, id));
    if (consent.clientId !== PORTAL_CLIENT) return doneAt(PAGE, "accord-retire");
    // The portal itself may no longer know who this is.
    await forgetResident();
    return "/se-connecter/erreur?error=retrait";
  });
}
