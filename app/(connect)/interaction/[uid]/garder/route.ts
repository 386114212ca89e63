import { leaveAccount } from "@/lib/auth/franceconnect-exit";
import { postedForm } from "@/lib/auth/posted-form";
import { findInteraction, finishInteraction } from "@/lib/connect/provider/interactions";
import { doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";
import { keepAccount } from "@/lib/lifecycle/commands/ask-closure";
import { keepInput } from "@/lib/lifecycle/schemas";

/** On the way to a service: kept, the sign-in goes on; else nothing opens. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/interaction/[uid]/garder">,
) {
  const { uid } = await params;
  const page = `/interaction/${uid}`;
  return postedForm(request, `${page}/suppression`, async (form) => {
    const interaction = await findInteraction(uid);
    const id = interaction?.session?.accountId;
    if (!interaction || !id || interaction.prompt.name !== "keep") return page;
    const { choice } = parseInput(keepInput, Object.fromEntries(form));
    if (choice === "leave") return leaveAccount(doneAt("/connexion", "deconnexion"));
    await keepAccount({ actor: { kind: "account", id } });
    return finishInteraction(interaction, {});
  });
}
