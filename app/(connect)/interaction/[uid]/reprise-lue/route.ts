import { welcomeAccount } from "@/lib/accounts/commands/welcome";
import { postedForm } from "@/lib/auth/posted-form";
import { findInteraction, finishInteraction } from "@/lib/connect/provider/interactions";

export async function POST(
  request: Request,
  { params }: RouteContext<"/interaction/[uid]/reprise-lue">,
) {
  const { uid } = await params;
  const page = `/interaction/${uid}`;
  return postedForm(request, `${page}/reprise`, async () => {
    const interaction = await findInteraction(uid);
    const id = interaction?.session?.accountId;
    if (!interaction || !id || interaction.prompt.name !== "welcome") return page;
    await welcomeAccount(id);
    return finishInteraction(interaction, {});
  });
}
