import { confirmSignUp } from "@/lib/accounts/commands/sign-up";
import { confirmInput } from "@/lib/accounts/schemas";
import { openAccountSession } from "@/lib/auth/account-session";
import { takeContinuation } from "@/lib/auth/continuation";
import { postedForm } from "@/lib/auth/posted-form";
import { parseInput } from "@/lib/errors";

/** Not an action: it leads back into a sign-in under way, whose cookie only that page is sent. */
export async function POST(request: Request, { params }: RouteContext<"/inscription/[id]/code">) {
  const { id } = await params;
  return postedForm(request, `/inscription/${id}`, async (form) => {
    const input = parseInput(confirmInput, { ...Object.fromEntries(form), id });
    await openAccountSession(await confirmSignUp(input), { isProven: true });
    return takeContinuation();
  });
}
