import { comeBack, type Return } from "@/lib/accounts/commands/come-back";
import { awaitSignOut } from "@/lib/accounts/commands/identifications";
import type { WhyNobody } from "@/lib/accounts/model/civil-identity";
import { findAccountSession, openAccountSession } from "@/lib/auth/account-session";
import {
  endOf,
  failurePath,
  forgetPortalReturn,
  goOn,
  identifyingBrowser,
} from "@/lib/auth/identification";
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

/** The page to land on. */
async function landingOf({ id, purpose, suite, outcome }: Returned): Promise<string> {
  const before = purpose === "certify" ? "/compte/certification" : suite;
  switch (outcome.kind) {
    case "fault":
      if (outcome.fault.kind !== "cancelled")
        log.warn({ kind: outcome.fault.kind, reason: outcome.fault.message }, "franceconnect");
      return failurePath(WHY[outcome.fault.kind], before);
    case "signed-in":
      await openAccountSession(outcome.accountId, { authentication: byFranceConnect(outcome.acr) });
      return goOn(suite);
    case "new":
      return `/franceconnect/${id}`;
    case "certified":
      await forgetPortalReturn();
      return suite === "/compte" ? doneAt(suite, "certifiee") : endOf(suite);
    case "other-account":
      return `/franceconnect/${id}/autre-compte`;
    case "somebody-else":
      return failurePath("autre-personne", before);
    case "signed-out":
      return failurePath("deconnecte", before);
  }
}

/** Who came only to certify leaves FranceConnect signed out of it: the browser goes there and comes back. */
async function throughSignOut({ id, purpose, idToken }: Returned, landing: string) {
  if (purpose !== "certify" || !idToken) return landing;
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
  return seeOther(await throughSignOut(returned, await landingOf(returned)));
}
