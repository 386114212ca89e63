import { postedForm } from "@/lib/auth/posted-form";
import { chooseMandate } from "@/lib/connect/provider/choose-mandate";
import { findInteraction, onwardPath } from "@/lib/connect/provider/interactions";
import { parseInput } from "@/lib/errors";
import { choiceInput } from "@/lib/mandates/schemas";

export async function POST(
  request: Request,
  { params }: RouteContext<"/interaction/[uid]/mandat">,
) {
  const { uid } = await params;
  const page = `/interaction/${uid}`;
  return postedForm(request, page, async (form) => {
    const interaction = await findInteraction(uid);
    if (!interaction?.session?.accountId || interaction.prompt.name !== "mandate") return page;
    // Pressed twice: the first press has chosen.
    if (interaction.result?.mandate) return onwardPath(uid);
    const { mandate } = parseInput(choiceInput, { mandate: form.get("mandate") ?? undefined });
    return chooseMandate(interaction, mandate);
  });
}
