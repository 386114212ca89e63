import { resetPassword } from "@/lib/accounts/commands/reset-password";
import { resetPasswordInput } from "@/lib/accounts/schemas";
import { takeContinuation } from "@/lib/auth/continuation";
import { enter } from "@/lib/auth/enter";
import { postedForm } from "@/lib/auth/posted-form";
import { parseInput } from "@/lib/errors";

/** `cle`: from the link of the mail; without it, the code is typed. Not an action: see inscription/[id]/code. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/mot-de-passe-oublie/[id]/nouveau">,
) {
  const { id } = await params;
  const key = new URL(request.url).searchParams.get("cle") ?? undefined;
  const page = `/mot-de-passe-oublie/${id}`;
  const at = key ? `${page}?cle=${encodeURIComponent(key)}` : page;
  return postedForm(request, at, async (form) => {
    const input = parseInput(resetPasswordInput, { ...Object.fromEntries(form), id, key });
    const accountId = await resetPassword(input);
    return enter(accountId, { isProven: true, suite: await takeContinuation() });
  });
}
