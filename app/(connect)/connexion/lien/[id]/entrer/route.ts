import { openSignInLink } from "@/lib/accounts/commands/sign-in-link";
import { linkInput } from "@/lib/accounts/schemas";
import { takeContinuation } from "@/lib/auth/continuation";
import { visitorId } from "@/lib/auth/csrf";
import { deviceName } from "@/lib/auth/device";
import { enter } from "@/lib/auth/enter";
import { networkAddress } from "@/lib/auth/network";
import { postedForm } from "@/lib/auth/posted-form";
import { parseInput } from "@/lib/errors";

/** Not an action: it leads back into a sign-in under way, whose cookie only that page is sent. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/connexion/lien/[id]/entrer">,
) {
  const { id } = await params;
  const key = new URL(request.url).searchParams.get("cle") ?? "";
  const at = `/connexion/lien/${id}?cle=${encodeURIComponent(key)}`;
  return postedForm(request, at, async (form) => {
    const opened = await openSignInLink(parseInput(linkInput, { id, key }), {
      browser: await visitorId(),
      isConfirmed: form.get("ici") === "oui",
      network: await networkAddress(),
      device: await deviceName(),
    });
    if (!opened) return at;
    const { accountId, authentication } = opened;
    return enter(accountId, { authentication, isProven: true, suite: await takeContinuation() });
  });
}
