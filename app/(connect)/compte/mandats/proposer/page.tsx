import type { Metadata } from "next";
import { MandateFormPage } from "@/components/mandates/mandate-form-page";
import { MEANING } from "@/components/mandates/meanings";
import { requireAccount } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { offerHelpAction } from "../actions";
import { loadPlaces } from "../load";

type Props = PageProps<"/compte/mandats/proposer">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Proposer mon aide à quelqu’un", "retour" in (await searchParams)) };
}

export default async function OfferHelpPage({ searchParams }: Props) {
  await requireAccount("/compte/mandats/proposer");
  const [posted, places] = await Promise.all([takePosted(await searchParams), loadPlaces()]);

  return (
    <MandateFormPage
      side="helper"
      title="Proposer mon aide à quelqu’un"
      lead={
        "Pour un proche, ou dans le cadre de votre métier. La personne décide\u00a0: rien n’est possible avant son accord."
      }
      action={offerHelpAction}
      posted={posted}
      places={places}
    >
      {MEANING.helper}
    </MandateFormPage>
  );
}
