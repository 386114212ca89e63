import { openOtherAccount } from "@/lib/accounts/commands/join-identity";
import { identifyingBrowser } from "@/lib/auth/identification";
import { enterJoined } from "@/lib/auth/joined-session";
import { postedForm } from "@/lib/auth/posted-form";
import { requireAccount } from "@/lib/auth/session";

export async function POST(
  request: Request,
  { params }: RouteContext<"/franceconnect/[id]/autre-compte/ouvrir">,
) {
  const { id } = await params;
  return postedForm(request, `/franceconnect/${id}/autre-compte`, async () => {
    const ctx = await requireAccount("/compte/certification");
    const joined = await openOtherAccount(ctx, id, await identifyingBrowser());
    return enterJoined(joined);
  });
}
