import { moveIdentity } from "@/lib/accounts/commands/join-identity";
import { endOf, forgetPortalReturn, identifyingBrowser } from "@/lib/auth/identification";
import { postedForm } from "@/lib/auth/posted-form";
import { requireAccount } from "@/lib/auth/session";
import { doneAt } from "@/lib/done";

export async function POST(
  request: Request,
  { params }: RouteContext<"/franceconnect/[id]/autre-compte/deplacer">,
) {
  const { id } = await params;
  return postedForm(request, `/franceconnect/${id}/autre-compte`, async () => {
    const ctx = await requireAccount("/compte/certification");
    const suite = await moveIdentity(ctx, id, await identifyingBrowser());
    await forgetPortalReturn();
    return suite === "/compte" ? doneAt(suite, "certifiee") : endOf(suite);
  });
}
