import type { Metadata } from "next";
import { ImportedWelcome } from "@/components/accounts/imported-welcome";
import { InteractionOver } from "@/components/connect/interaction-over";
import { findInteraction } from "@/lib/connect/provider/interactions";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Votre compte change de nom" };

type Props = PageProps<"/interaction/[uid]/reprise">;

/** On the way to a service, the first time with an account that another service kept before. */
export default async function ImportedPage({ params }: Props) {
  const { uid } = await params;
  const interaction = await findInteraction(uid);
  if (interaction?.prompt.name !== "welcome") return <InteractionOver />;
  return (
    <ImportedWelcome action={`/interaction/${uid}/reprise-lue`} accountName={env().ACCOUNT_NAME} />
  );
}
