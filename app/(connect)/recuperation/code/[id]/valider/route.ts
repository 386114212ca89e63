import { recoverByFranceConnect } from "@/lib/accounts/commands/recover-account";
import { confirmInput } from "@/lib/accounts/schemas";
import { identifyingBrowser } from "@/lib/auth/identification";
import { keyOf } from "@/lib/auth/one-time";
import { postedForm } from "@/lib/auth/posted-form";
import { parseInput } from "@/lib/errors";

export async function POST(
  request: Request,
  { params }: RouteContext<"/recuperation/code/[id]/valider">,
) {
  const { id } = await params;
  return postedForm(request, `/recuperation/code/${id}`, async (form) => {
    const input = parseInput(confirmInput, { code: form.get("code") ?? undefined, id });
    const reset = await recoverByFranceConnect(input, await identifyingBrowser());
    const proof = keyOf({ id: reset, sendings: 1 });
    return `/mot-de-passe-oublie/${reset}?cle=${encodeURIComponent(proof)}`;
  });
}
