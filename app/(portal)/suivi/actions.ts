"use server";

import { submit } from "@/lib/action";
import { visitorId } from "@/lib/auth/csrf";
import { networkAddress } from "@/lib/auth/network";
import { getFilingContext, getViewer, requireSelf } from "@/lib/auth/session";
import {
  findTrackingHash,
  forgetTrackingCode,
  forgetTrackingCodes,
  rememberTrackingCode,
} from "@/lib/auth/tracking";
import { doneAt } from "@/lib/done";
import { conflict } from "@/lib/errors";
import { claimRequest } from "@/lib/requests/commands/claim-request";
import { openTracked } from "@/lib/requests/commands/open-tracked";

const WHICH = "Nous n’avons pas reçu la demande à fermer. Rechargez la page et recommencez.";

export async function trackAction(form: FormData) {
  return submit(form, { at: "/suivi", as: getFilingContext }, async (_, values) => {
    const trier = { visitor: await visitorId(), network: await networkAddress() };
    const { code, reference } = await openTracked(values.code ?? "", trier);
    await rememberTrackingCode(code);
    return (await getViewer())
      ? `/suivi/rattacher?reference=${reference}`
      : `/mes-demandes/${reference}`;
  });
}

export async function claimAction(form: FormData) {
  const options = { at: "/suivi", as: () => requireSelf("/suivi/rattacher") };
  return submit(form, options, async (ctx, values) => {
    const hash = await findTrackingHash(values.reference ?? "");
    const claim = { trackingHash: hash, reference: values.reference };
    const { reference } = await claimRequest(ctx, claim);
    await forgetTrackingCode(hash);
    return doneAt(`/mes-demandes/${reference}`, "rattachee");
  });
}

/** One request by its reference, or `all` of them when that is what was pressed: this device opens them no more. */
export async function leaveAction(form: FormData) {
  return submit(form, { at: "/suivi", as: getFilingContext }, async (_, { reference, all }) => {
    if (all === "oui") {
      await forgetTrackingCodes();
      return doneAt("/suivi", "suivis-fermes");
    }
    if (!reference) throw conflict(WHICH);
    await forgetTrackingCode(await findTrackingHash(reference));
    return doneAt("/suivi", "suivi-ferme");
  });
}
