import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { InteractionOver } from "@/components/connect/interaction-over";
import { ServiceSignIn } from "@/components/connect/service-sign-in";
import { SignedIn } from "@/components/connect/signed-in";
import { ConsentForm } from "@/components/consents/consent-form";
import { ChooseMandate } from "@/components/mandates/choose-mandate";
import { describeChoice } from "@/lib/connect/provider/choose-mandate";
import { describeConsent, describeSignIn } from "@/lib/connect/provider/describe";
import { findInteraction, waySignedIn } from "@/lib/connect/provider/interactions";
import { pageTitle } from "@/lib/format/text";
import { isFranceConnectOn } from "@/lib/integrations/franceconnect";
import { takePosted } from "@/lib/posted";

const TITLES: Record<string, string> = {
  consent: "Partager vos données",
  mandate: "Pour qui venez-vous\u202f?",
};

type Props = PageProps<"/interaction/[uid]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const interaction = await findInteraction((await params).uid);
  const title = TITLES[interaction?.prompt.name ?? ""] ?? "Se connecter";
  return { title: pageTitle(title, "retour" in (await searchParams)) };
}

/** Where a service sends somebody: to say who they are, then what they share. */
export default async function InteractionPage({ params, searchParams }: Props) {
  const { uid } = await params;
  const interaction = await findInteraction(uid);
  if (!interaction) return <InteractionOver />;
  const at = `/interaction/${uid}`;

  if (interaction.prompt.name === "keep") redirect(`${at}/suppression`);
  if (interaction.prompt.name === "consent")
    return <ConsentForm action={`${at}/accord`} consent={await describeConsent(interaction)} />;

  const service = await describeSignIn(interaction);
  const posted = await takePosted(await searchParams);
  if (interaction.prompt.name === "mandate") {
    const choice = await describeChoice(interaction);
    return (
      <ChooseMandate action={`${at}/mandat`} service={service.name} posted={posted} {...choice} />
    );
  }

  const way = await waySignedIn(interaction);
  if (way !== null) return <SignedIn at={at} way={way} service={service} />;
  return (
    <ServiceSignIn
      at={at}
      service={service}
      posted={posted}
      withFranceConnect={isFranceConnectOn()}
    />
  );
}
