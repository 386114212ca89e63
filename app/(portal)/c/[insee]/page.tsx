import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { CommuneBody } from "@/components/organisations/commune-body";
import { Page, PageTitle } from "@/components/ui/page";
import { ProviderLine } from "@/components/ui/provider-line";
import { nobody } from "@/lib/auth/actor";
import { orNotFound } from "@/lib/page";
import { getCommunePage } from "@/lib/procedures/queries/get-commune-page";
import { choosePlaceAction } from "../../lieu/actions";

type Props = { params: Promise<{ insee: string }> };

const load = async ({ params }: Props) => {
  const { insee } = await params;
  const page = await orNotFound(getCommunePage(nobody, insee));
  if (page.place.insee !== insee) permanentRedirect(`/c/${page.place.insee}`);
  return page;
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { place } = await load(props);
  return { title: `Démarches à ${place.communeName}` };
}

export default async function CommunePage(props: Props) {
  const page = await load(props);
  return (
    <Page width="wide">
      <ProviderLine name={page.hall.name} kind="commune" className="mt-4" />
      <PageTitle lead="Les démarches de votre mairie et de la Métropole, au même endroit.">
        Vos démarches à {page.place.communeName}
      </PageTitle>
      <CommuneBody {...page} choosePlace={choosePlaceAction} />
    </Page>
  );
}
