import { comeBack, type Return } from "@/lib/accounts/commands/come-back";
import { awaitSignOut } from "@/lib/accounts/commands/identifications";
import type { WhyNobody } from "@/lib/accounts/model/civil-identity";
import { findAccountSession } from "@/lib/auth/account-session";
import { enter } from "@/lib/auth/enter";
import { sealIdToken } from "@/lib/auth/franceconnect-exit";
import {
  endOf,
  failurePath,
  forgetPortalReturn,
  identifyingBrowser,
  landOn,
} from "@/lib/auth/identification";
import { ownSession } from "@/lib/auth/proof";
import { accountPath } from "@/lib/auth/return-path";
import { noteProof } from "@/lib/connect/commands/note-proof";
import { byFranceConnect } from "@/lib/connect/model";
import { doneAt } from "@/lib/done";
import { seeOther } from "@/lib/http";
import { FranceConnectFault, logoutUrl } from "@/lib/integrations/franceconnect";
import { log } from "@/lib/log";

type Returned = NonNullable<Return>;

const WHY: Record<FranceConnectFault["kind"], WhyNobody> = {
  cancelled: "annulee",
  unreachable: "indisponible",
  refused: "refusee",
};

const leavesAtOnce = ({ purpose, isShared }: Returned) => purpose !== "sign-in" || isShared;

/** What the session keeps to sign out of FranceConnect when it ends. */
const stillOpen = (returned: Returned) =>
  returned.idToken && !leavesAtOnce(returned) ? sealIdToken(returned.idToken) : undefined;

/** Whoever holds the session is who this account is certified for. */
async function confirmed(back: string) {
  const { accountId, uid } = await ownSession();
  await noteProof({ actor: { kind: "account", id: accountId } }, uid, "franceconnect");
  return doneAt(back, "confirme");
}

/** The page to land on. */
async function landingOf(returned: Returned): Promise<string> {
  const { id, purpose, suite, outcome, isShared } = returned;
  const before = purpose === "certify" ? "/compte/certification" : suite;
  switch (outcome.kind) {
    case "fault":
      if (outcome.fault.kind !== "cancelled")
        log.warn({ kind: outcome.fault.kind, reason: outcome.fault.message }, "franceconnect");
      return failurePath(WHY[outcome.fault.kind], before);
    case "signed-in":
      return enter(outcome.accountId, {
        authentication: byFranceConnect(outcome.acr),
        isShared,
        franceConnect: stillOpen(returned),
        suite,
      });
    case "new":
      return `/franceconnect/${id}`;
    case "certified":
      await forgetPortalReturn();
      return suite === "/compte" ? doneAt(suite, "certifiee") : endOf(suite);
    case "confirmed":
      return confirmed(accountPath(suite));
    case "other-account":
      return `/franceconnect/${id}/autre-compte`;
    case "recover":
      return `/recuperation/${id}`;
    case "unknown":
      return failurePath("inconnu", before);
    case "somebody-else":
      return failurePath("autre-personne", before);
    case "signed-out":
      return failurePath("deconnecte", before);
  }
}

/**
 * Who came only to certify, or uses a shared device, leaves FranceConnect signed out of it: the browser goes there and
 * comes back.
 */
async function throughSignOut(returned: Returned, landing: string) {
  const { id, idToken } = returned;
  if (!idToken || !leavesAtOnce(returned)) return landing;
  try {
    return await logoutUrl(idToken, await awaitSignOut(id, landing));
  } catch (error) {
    if (!(error instanceof FranceConnectFault)) throw error;
    log.warn({ kind: error.kind, reason: error.message }, "franceconnect sign-out");
    return landing;
  }
}

/** FranceConnect's answer, which this browser brings back. */
export async function GET(request: Request) {
  const session = await findAccountSession();
  const { search } = new URL(request.url);
  const returned = await comeBack(search, await identifyingBrowser(), session?.accountId ?? null);
  if (!returned) return seeOther(failurePath("perimee", "/compte"));
  return landOn(request, await throughSignOut(returned, await landingOf(returned)));
}
