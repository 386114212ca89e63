import { openOtherAccount } from "@/lib/accounts/commands/join-identity";
import { openAccountSession } from "@/lib/auth/account-session";
import { identifyingBrowser } from "@/lib/auth/identification";
import { postedForm } from "@/lib/auth/posted-form";
import { requireAccount } from "@/lib/auth/session";
import { byFranceConnect } from "@/lib/connect/model";

export async function POST(
  request: Request,
  { params }: RouteContext<"/franceconnect/[id]/autre-compte/ouvrir">,
) {
  const { id } = await params;
  return postedForm(request, `/franceconnect/${id}/autre-compte`, async () => {
    const ctx = await requireAccount("/compte/certification");
    const joined = await openOtherAccount(ctx, id, await identifyingBrowser());
    await openAccountSession(joined.accountId, { authentication: byFranceConnect(joined.acr) });
    return joined.suite;
  });
}
