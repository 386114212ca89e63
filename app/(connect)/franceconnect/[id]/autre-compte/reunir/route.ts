import { signInPath } from "@/lib/accounts/model";
import { identifyingBrowser } from "@/lib/auth/identification";
import { postedForm } from "@/lib/auth/posted-form";
import { findAccountContext } from "@/lib/auth/session";
import { proveOtherByFranceConnect } from "@/lib/lifecycle/commands/prove-other";

/** FranceConnect has proven the other account, the session this one. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/franceconnect/[id]/autre-compte/reunir">,
) {
  const { id } = await params;
  return postedForm(request, `/franceconnect/${id}/autre-compte`, async () => {
    const ctx = await findAccountContext();
    if (!ctx) return signInPath("/compte/certification");
    const proof = await proveOtherByFranceConnect(ctx, id, await identifyingBrowser());
    return `/compte/fusion/${proof}`;
  });
}
