import { signInPath } from "@/lib/accounts/model";
import { visitorId } from "@/lib/auth/csrf";
import { identifyingBrowser } from "@/lib/auth/identification";
import { afterOtherProof } from "@/lib/auth/merging";
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
    const browsers = [await identifyingBrowser(), await visitorId()] as const;
    return afterOtherProof(await proveOtherByFranceConnect(ctx, id, browsers));
  });
}
