import { ClientForm } from "@/components/partners/client-form";
import { PartnerHeading } from "@/components/partners/partner-heading";
import { Page } from "@/components/ui/page";
import { pageTitle } from "@/lib/format/text";
import { openPartner } from "@/lib/partners/queries/viewer";
import { takePosted } from "@/lib/posted";
import { createClientAction } from "../../actions";

type Props = PageProps<"/partenaires/[slug]/nouveau-service">;
const TITLE = "Créer un service d’essai";

export const generateMetadata = async ({ searchParams }: Props) => ({
  title: pageTitle(TITLE, "retour" in (await searchParams)),
});

export default async function NewClientPage({ params, searchParams }: Props) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const { partner } = await openPartner(slug, "/nouveau-service");
  return (
    <Page>
      <PartnerHeading
        partner={partner}
        current=""
        title={TITLE}
        back={{ href: `/partenaires/${slug}`, label: "Services" }}
      />
      <ClientForm
        posted={await takePosted(search)}
        action={createClientAction.bind(null, slug)}
        label="Créer le service d’essai"
      />
    </Page>
  );
}
