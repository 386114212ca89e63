import { startSecondStep } from "@/lib/accounts/commands/second-step";
import { findAccountSession } from "@/lib/auth/account-session";
import { visitorId } from "@/lib/auth/csrf";
import { secondStepPath } from "@/lib/auth/enter";
import { postedForm } from "@/lib/auth/posted-form";
import {
  asksLevelOnly,
  findInteraction,
  finishInteraction,
  finishSignIn,
  type Interaction,
} from "@/lib/connect/provider/interactions";

type Session = NonNullable<Awaited<ReturnType<typeof findAccountSession>>>;

const UNMET = {
  error: "unmet_authentication_requirements",
  error_description: "the person could not or would not give a stronger proof",
};

/** Goes on with the session as it is, unless the service insists: it is then told so. */
const goWithout = (interaction: Interaction, session: Session) =>
  interaction.prompt.details.insists === true
    ? finishInteraction(interaction, UNMET)
    : finishSignIn(interaction, session);

/** The level that the service asks for: by the second step, which comes back here, or not at all. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/interaction/[uid]/niveau">,
) {
  const { uid } = await params;
  const page = `/interaction/${uid}`;
  return postedForm(request, page, async (form) => {
    const [interaction, session] = [await findInteraction(uid), await findAccountSession()];
    if (!interaction || !session || !asksLevelOnly(interaction)) return page;
    const decision = form.get("decision");
    if (decision === "without") return goWithout(interaction, session);
    if (decision !== "prove") return page;
    const { accountId, isShared, authentication } = session;
    const first = { accountId, isShared, authentication, isProven: false, suite: page };
    return secondStepPath(await startSecondStep({ ...first, browser: await visitorId() }));
  });
}
