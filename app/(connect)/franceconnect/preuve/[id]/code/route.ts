import { proveMailbox } from "@/lib/accounts/commands/join-identity";
import { proveMailboxInput } from "@/lib/accounts/schemas";
import { identifyingBrowser } from "@/lib/auth/identification";
import { enterJoined } from "@/lib/auth/joined-session";
import { postedForm } from "@/lib/auth/posted-form";
import { parseInput } from "@/lib/errors";

/** Not an action: it leads back into a sign-in under way, whose cookie only that page is sent. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/franceconnect/preuve/[id]/code">,
) {
  const { id } = await params;
  const key = new URL(request.url).searchParams.get("cle") ?? undefined;
  const page = `/franceconnect/preuve/${id}`;
  const at = key ? `${page}?cle=${encodeURIComponent(key)}` : page;
  return postedForm(request, at, async (form) => {
    const input = parseInput(proveMailboxInput, { code: form.get("code") ?? undefined, key, id });
    const joined = await proveMailbox(input, await identifyingBrowser());
    return enterJoined(joined, { isProven: true });
  });
}
