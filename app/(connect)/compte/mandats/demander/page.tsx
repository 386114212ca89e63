import type { Metadata } from "next";
import { MandateFormPage } from "@/components/mandates/mandate-form-page";
import { MEANING } from "@/components/mandates/meanings";
import { requireRecentProof } from "@/lib/auth/proof";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { askForHelpAction } from "../actions";
import { loadPlaces } from "../load";

type Props = PageProps<"/compte/mandats/demander">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Demander de l’aide à quelqu’un", "retour" in (await searchParams)) };
}

export default async function AskForHelpPage({ searchParams }: Props) {
  await requireRecentProof("/compte/mandats/demander");
  const [posted, places] = await Promise.all([takePosted(await searchParams), loadPlaces()]);

  return (
    <MandateFormPage
      side="person"
      title="Demander de l’aide à quelqu’un"
      lead={
        "Choisissez une personne de confiance. Elle agira en votre nom dans les services cochés, pour un temps limité."
      }
      action={askForHelpAction}
      posted={posted}
      places={places}
    >
      {MEANING.person}
    </MandateFormPage>
  );
}
