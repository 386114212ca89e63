import { authenticate } from "@/lib/accounts/commands/authenticate";
import { authenticateInput } from "@/lib/accounts/schemas";
import { findAccountSession } from "@/lib/auth/account-session";
import { deviceName, heldDevice } from "@/lib/auth/device";
import { enter, entersAtOnce } from "@/lib/auth/enter";
import { networkAddress } from "@/lib/auth/network";
import { postedForm } from "@/lib/auth/posted-form";
import { BY_PASSWORD } from "@/lib/connect/model";
import { findInteraction, finishSignIn, mayContinue } from "@/lib/connect/provider/interactions";
import { parseInput } from "@/lib/errors";

type Interaction = NonNullable<Awaited<ReturnType<typeof findInteraction>>>;

/** By e-mail and password: goes on, or to the second proof first. */
async function signInByPassword(interaction: Interaction, form: FormData, page: string) {
  const input = parseInput(authenticateInput, Object.fromEntries(form));
  const [network, device] = [await networkAddress(), await deviceName()];
  const { id } = await authenticate(input, network, device, await heldDevice());
  const isShared = form.has("shared");
  if (!(await entersAtOnce(id))) return enter(id, { isShared, suite: page });
  return finishSignIn(interaction, { accountId: id, isShared, authentication: BY_PASSWORD });
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
    // By a session just opened in this browser.
    const session = form.has("continue") ? await findAccountSession() : null;
    return session && mayContinue(interaction, session)
      ? finishSignIn(interaction, session)
      : signInByPassword(interaction, form, page);
  });
}
