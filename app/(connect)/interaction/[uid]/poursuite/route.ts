import { findAccountSession } from "@/lib/auth/account-session";
import { findInteraction, finishSignIn } from "@/lib/connect/provider/interactions";
import { seeOther } from "@/lib/http";
import { onwardPage } from "@/lib/refusal-page";

/**
 * Back from FranceConnect, here because only this path is sent the cookie of the sign-in under way. Goes on by itself
 * when the session was opened since that sign-in began; the page asks in every other case.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<"/interaction/[uid]/poursuite">,
) {
  const { uid } = await params;
  const interaction = await findInteraction(uid);
  const session = await findAccountSession();
  const isFresh = session && session.signedInAt.getTime() / 1000 >= (interaction?.iat ?? Infinity);
  if (!interaction || !isFresh || interaction.prompt.name !== "login")
    return seeOther(`/interaction/${uid}`);
  return onwardPage(request, await finishSignIn(interaction, session));
}
