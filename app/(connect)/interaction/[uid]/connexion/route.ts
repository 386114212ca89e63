import { authenticate } from "@/lib/accounts/commands/authenticate";
import { authenticateInput } from "@/lib/accounts/schemas";
import { findAccountSession } from "@/lib/auth/account-session";
import { deviceName } from "@/lib/auth/device";
import { networkAddress } from "@/lib/auth/network";
import { postedForm } from "@/lib/auth/posted-form";
import { BY_PASSWORD } from "@/lib/connect/model";
import { findInteraction, finishSignIn } from "@/lib/connect/provider/interactions";
import { parseInput } from "@/lib/errors";

/** By a session just opened in this browser, or by e-mail and password. */
async function signedIn(form: FormData) {
  const session = form.has("continue") ? await findAccountSession() : null;
  if (session) return session;
  const input = parseInput(authenticateInput, Object.fromEntries(form));
  const { id } = await authenticate(input, await networkAddress(), await deviceName());
  return { accountId: id, authentication: BY_PASSWORD };
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
    const { accountId, authentication } = await signedIn(form);
    return finishSignIn(interaction, accountId, form.has("shared"), authentication);
  });
}
