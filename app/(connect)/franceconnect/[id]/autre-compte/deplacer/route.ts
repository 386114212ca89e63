import { moveIdentity } from "@/lib/accounts/commands/join-identity";
import { identifyingBrowser } from "@/lib/auth/identification";
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
    // That page leads on to the portal: browsers would hold this form back.
    return doneAt(suite === "/compte" ? suite : "/compte/certification", "certifiee");
  });
}
