import { provePassword } from "@/lib/accounts/commands/join-identity";
import { findOpenCode } from "@/lib/accounts/queries";
import { passwordProofInput } from "@/lib/accounts/schemas";
import { identifyingBrowser } from "@/lib/auth/identification";
import { enterJoined } from "@/lib/auth/joined-session";
import { networkAddress } from "@/lib/auth/network";
import { postedForm } from "@/lib/auth/posted-form";
import { notFound, parseInput } from "@/lib/errors";

export async function POST(
  request: Request,
  { params }: RouteContext<"/franceconnect/preuve/[id]/mot-de-passe">,
) {
  const { id } = await params;
  return postedForm(request, `/franceconnect/preuve/${id}`, async (form) => {
    const input = parseInput(passwordProofInput, { password: form.get("password"), id });
    const code = await findOpenCode(id, "franceconnect");
    if (!code) throw notFound("Code");
    const [browser, network] = [await identifyingBrowser(), await networkAddress()];
    const joined = await provePassword(input, code.email, browser, network);
    return enterJoined(joined);
  });
}
