import { startIdentification } from "@/lib/accounts/commands/identifications";
import { continuation } from "@/lib/accounts/model";
import { findAccountSession } from "@/lib/auth/account-session";
import {
  beforeFranceConnect,
  failurePath,
  openIdentifyingBrowser,
  portalReturn,
} from "@/lib/auth/identification";
import { networkAddress } from "@/lib/auth/network";
import { postedForm } from "@/lib/auth/posted-form";
import { confirmPath, hasRecentProof } from "@/lib/auth/proof";
import { accountPath } from "@/lib/auth/return-path";
import { FranceConnectFault } from "@/lib/integrations/franceconnect";
import { log } from "@/lib/log";

const CERTIFICATION = "/compte/certification";

/**
 * To sign in or create an account, to certify the one that is signed in, or to prove again that it is theirs: ways kept
 * apart; or the page first.
 */
async function wayOf(asked: URLSearchParams) {
  if (asked.get("pour") === "confirmer") return confirmWay(accountPath(asked.get("suite")));
  if (asked.get("pour") === "recuperer")
    return { purpose: "recover", accountId: null, suite: "/compte" } as const;
  if (asked.get("pour") !== "certifier")
    return {
      purpose: "sign-in",
      accountId: null,
      suite: continuation(asked.get("suite")),
    } as const;
  const session = await findAccountSession();
  if (!session) return beforeFranceConnect(CERTIFICATION);
  if (!(await hasRecentProof())) return confirmPath(CERTIFICATION);
  const suite = (await portalReturn()) ?? "/compte";
  return { purpose: "certify", accountId: session.accountId, suite } as const;
}

const suiteOf = (asked: URLSearchParams) =>
  asked.get("pour") === "certifier" ? CERTIFICATION : continuation(asked.get("suite"));

/** The page of the button. */
function pageOf(asked: URLSearchParams) {
  const purpose = asked.get("pour");
  if (purpose === "confirmer") return confirmPath(accountPath(asked.get("suite")));
  return purpose === "certifier" ? CERTIFICATION : beforeFranceConnect(suiteOf(asked));
}

async function confirmWay(suite: string) {
  const session = await findAccountSession();
  return session
    ? ({ purpose: "confirm", accountId: session.accountId, suite } as const)
    : beforeFranceConnect("/compte");
}

/** The button: keeps where this browser was going, and sends it to FranceConnect. */
export async function POST(request: Request) {
  const { searchParams } = new URL(request.url);
  return postedForm(request, pageOf(searchParams), async (form) => {
    const way = await wayOf(searchParams);
    if (typeof way === "string") return way;
    try {
      const browser = await openIdentifyingBrowser();
      const start = { ...way, browser, isShared: form.has("shared") };
      return await startIdentification(start, await networkAddress());
    } catch (error) {
      if (!(error instanceof FranceConnectFault)) throw error;
      log.warn({ kind: error.kind, reason: error.message }, "franceconnect");
      return failurePath("indisponible", suiteOf(searchParams));
    }
  });
}
