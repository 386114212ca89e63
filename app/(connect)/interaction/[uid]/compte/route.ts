import { postedForm } from "@/lib/auth/posted-form";
import {
  findInteraction,
  finishInteraction,
  leaveAccount,
} from "@/lib/connect/provider/interactions";

/** With the account that is signed in, or with another. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/interaction/[uid]/compte">,
) {
  const { uid } = await params;
  const page = `/interaction/${uid}`;
  return postedForm(request, page, async (form) => {
    const interaction = await findInteraction(uid);
    if (interaction?.prompt.name !== "select_account") return page;
    const account = form.get("account");
    if (account === "another") return leaveAccount(interaction);
    return account === "this" ? finishInteraction(interaction, { select_account: {} }) : page;
  });
}
