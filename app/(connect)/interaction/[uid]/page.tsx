import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { InteractionOver } from "@/components/connect/interaction-over";
import { InteractionStep } from "@/components/connect/interaction-step";
import { findInteraction } from "@/lib/connect/provider/interactions";
import { describeStep, titleOf } from "@/lib/connect/provider/steps";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";

type Props = PageProps<"/interaction/[uid]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const interaction = await findInteraction((await params).uid);
  return { title: pageTitle(titleOf(interaction), "retour" in (await searchParams)) };
}

/** Where a service sends somebody: to say who they are, how surely, in whose name, then what they share. */
export default async function InteractionPage({ params, searchParams }: Props) {
  const { uid } = await params;
  const interaction = await findInteraction(uid);
  if (!interaction) return <InteractionOver />;
  const at = `/interaction/${uid}`;
  if (interaction.prompt.name === "keep") redirect(`${at}/suppression`);
  if (interaction.prompt.name === "welcome") redirect(`${at}/reprise`);
  const step = await describeStep(interaction);
  return <InteractionStep at={at} step={step} posted={await takePosted(await searchParams)} />;
}
