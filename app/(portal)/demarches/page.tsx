import type { Metadata } from "next";
import { CatalogueResults } from "@/components/procedures/catalogue-results";
import { CatalogueSearch } from "@/components/procedures/catalogue-search";
import { PlaceNote } from "@/components/territory/place-note";
import { Done } from "@/components/ui/done";
import { Page, PageTitle } from "@/components/ui/page";
import { nobody } from "@/lib/auth/actor";
import { getChosenPlace } from "@/lib/auth/place";
import { getCatalogue } from "@/lib/procedures/queries/get-catalogue";
import { type CatalogueParams, catalogueParams } from "@/lib/procedures/schemas";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const readParams = async ({ searchParams }: Props) => catalogueParams.parse(await searchParams);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { q } = await readParams(props);
  return { title: q ? `«\u00a0${q}\u00a0»\u00a0: démarches` : "Démarches" };
}

const addressOf = (params: CatalogueParams) => {
  const { commune: _, ...others } = params;
  const kept = Object.entries(others).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return kept.length > 0 ? `/demarches?${new URLSearchParams(kept)}` : "/demarches";
};

export default async function CataloguePage(props: Props) {
  const params = await readParams(props);
  const { q, theme, organisme } = params;
  const { place, procedures, providers } = await getCatalogue(nobody, {
    q,
    category: theme,
    audience: params.public,
    organisation: organisme,
    insee: params.commune ?? (await getChosenPlace())?.insee,
  });
  return (
    <Page width="wide">
      <Done what={(await props.searchParams).fait} />
      <PageTitle>Démarches</PageTitle>
      <PlaceNote place={place} back={addressOf(params)} />
      <CatalogueSearch params={params} providers={providers} />
      <CatalogueResults
        procedures={procedures}
        q={q}
        commune={params.commune}
        isFiltered={[theme, params.public, organisme].some(Boolean)}
      />
    </Page>
  );
}
