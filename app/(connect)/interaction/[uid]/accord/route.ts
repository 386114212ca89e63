import { postedForm } from "@/lib/auth/posted-form";
import {
  findInteraction,
  finishInteraction,
  onwardPath,
} from "@/lib/connect/provider/interactions";
import { giveConsent, refuseConsent } from "@/lib/consents/commands/decide";
import { consentDecision } from "@/lib/consents/schemas";
import { parseInput } from "@/lib/errors";

const REFUSED = { error: "access_denied", error_description: "the person chose not to share" };

export async function POST(
  request: Request,
  { params }: RouteContext<"/interaction/[uid]/accord">,
) {
  const { uid } = await params;
  const page = `/interaction/${uid}`;
  return postedForm(request, page, async (form) => {
    const interaction = await findInteraction(uid);
    const accountId = interaction?.session?.accountId;
    if (!interaction || !accountId || interaction.prompt.name !== "consent") return page;
    // Pressed twice: the first press has decided.
    if (interaction.result?.consent) return onwardPath(uid);
    const { decision, items } = parseInput(consentDecision, {
      decision: form.get("decision"),
      items: form.getAll("items"),
    });
    const ctx = { actor: { kind: "account", id: accountId } } as const;
    const by = {
      accountId,
      clientId: String(interaction.params.client_id),
      place: "consent-page",
    } as const;
    if (decision === "refuse") {
      await refuseConsent(ctx, by);
      return finishInteraction(interaction, REFUSED);
    }
    await giveConsent(ctx, { ...by, ticked: items });
    return finishInteraction(interaction, { consent: {} });
  });
}
