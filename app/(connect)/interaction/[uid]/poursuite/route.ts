import { findAccountSession } from "@/lib/auth/account-session";
import { findInteraction, finishSignIn } from "@/lib/connect/provider/interactions";
import { seeOther } from "@/lib/http";
import { onwardPage } from "@/lib/refusal-page";

/**
 * After the answer that somebody gave on the page of a sign-in; or back from FranceConnect, here because only this path
 * is sent the cookie of the sign-in under way. It then goes on by itself when the session was opened since that sign-in
 * began; the page asks in every other case.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<"/interaction/[uid]/poursuite">,
) {
  const { uid } = await params;
  const interaction = await findInteraction(uid);
  if (interaction?.result) return onwardPage(request, interaction.returnTo);
  const session = await findAccountSession();
  const isFresh = session && session.signedInAt.getTime() / 1000 >= (interaction?.iat ?? Infinity);
  if (!interaction || !isFresh || interaction.prompt.name !== "login")
    return seeOther(`/interaction/${uid}`);
  await finishSignIn(interaction, session);
  return onwardPage(request, interaction.returnTo);
}
