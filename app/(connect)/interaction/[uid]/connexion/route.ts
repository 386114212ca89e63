import { authenticate } from "@/lib/accounts/commands/authenticate";
import { authenticateInput } from "@/lib/accounts/schemas";
import { findAccountSession } from "@/lib/auth/account-session";
import { networkAddress } from "@/lib/auth/network";
import { postedForm } from "@/lib/auth/posted-form";
import { findInteraction, finishSignIn } from "@/lib/connect/provider/interactions";
import { parseInput } from "@/lib/errors";

/** By a session just opened in this browser, or by e-mail and password. */
async function accountOf(form: FormData) {
  const session = form.has("continue") ? await findAccountSession() : null;
  if (session) return session.accountId;
  const input = parseInput(authenticateInput, Object.fromEntries(form));
  return (await authenticate(input, await networkAddress())).id;
}

export async function POST(
  request: Request,
  { params }: RouteContext<"/interaction/[uid]/connexion">,
) {
  const { uid } = await params;
  const page = `/interaction/${uid}`;
  return postedForm(request, page, async (form) => {
    const interaction = await findInteraction(uid);
    if (interaction?.prompt.name !== "login") return page;
    return finishSignIn(interaction, await accountOf(form), form.has("shared"));
  });
}
